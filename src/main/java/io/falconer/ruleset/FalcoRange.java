package io.falconer.ruleset;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Versions of Falco as users write them: {@code 0.44}, {@code 0.43.0}, or a range such as {@code 0.42..0.45}. */
public sealed interface FalcoRange {
    /** A regular expression of all texts that name a version or two versions in either order. */
    static String syntax() {
        String name =
                Falco.names().stream().map(text -> text.replace(".", "\\.")).collect(Collectors.joining("|", "(", ")"));
        return name + "(\\.\\." + name + ")?";
    }

    /** The emulated releases that the text names. */
    static FalcoRange of(String text) {
        int dots = text.indexOf("..");
        String oldest = dots < 0 ? text : text.substring(0, dots);
        String newest = dots < 0 ? text : text.substring(dots + "..".length());
        Optional<Falco> from = Falco.of(oldest);
        Optional<Falco> to = Falco.of(newest);
        if (from.isEmpty() || to.isEmpty()) {
            return new Mistake(
                    "\"" + (from.isEmpty() ? oldest : newest) + "\" is not a version that Falconer emulates",
                    "one of " + String.join(", ", Falco.names()));
        }
        List<Falco> releases = Falco.range(from.get(), to.get());
        return releases.isEmpty()
                ? new Mistake("\"" + text + "\" starts with the newer version", "name the older one first")
                : new Versions(releases);
    }

    /**
     * The releases of a range.
     *
     * @param releases at least one, the oldest first
     */
    record Versions(List<Falco> releases) implements FalcoRange {
        public Versions {
            releases = List.copyOf(releases);
        }
    }

    /** A text that names no versions, and how to fix it. */
    record Mistake(String problem, String hint) implements FalcoRange {}
}
