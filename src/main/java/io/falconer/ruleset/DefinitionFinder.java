package io.falconer.ruleset;

import io.falconer.text.SourceFile;
import java.util.Optional;

/** Finds where something is defined that the files loaded so far do not define. */
@FunctionalInterface
public interface DefinitionFinder {
    /** Finds nothing. */
    DefinitionFinder NOWHERE = (file, type, name) -> Optional.empty();

    /**
     * The place that defines a rule, macro or list, and what to do: a sentence about "it". Empty if the place is unknown.
     *
     * @param file the file that needs it
     * @param type {@link ItemType#RULE}, {@link ItemType#MACRO} or {@link ItemType#LIST}
     */
    Optional<String> definition(SourceFile file, ItemType type, String name);
}
