package io.falconer.template;

import java.util.List;

/** What a rule must stay silent on and what it must fire on. */
public record Examples(List<Example> complies, List<Example> violates) {
    /** Nothing. */
    public static final Examples NONE = new Examples(List.of(), List.of());

    public Examples {
        complies = List.copyOf(complies);
        violates = List.copyOf(violates);
    }
}
