package io.falconer.template;

import java.util.List;

/** What must fire a rule, and what must not. */
public record Examples(List<Example> complies, List<Example> violates) {
    /** No examples. */
    public static final Examples NONE = new Examples(List.of(), List.of());

    public Examples {
        complies = List.copyOf(complies);
        violates = List.copyOf(violates);
    }
}
