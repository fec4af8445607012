package io.falconer.ruleset;

import io.falconer.text.SourceFile;
import java.util.Optional;

/** Says where something is defined that the files loaded so far do not define. */
@FunctionalInterface
public interface DefinitionFinder {
    /** Nowhere. */
    DefinitionFinder NOWHERE = (file, type, name) -> Optional.empty();

    /**
     * Where a rule, macro or list is defined, and what to do about it: a sentence about "it". Empty if that is unknown.
     *
     * @param file the file that needs it
     * @param type {@link ItemType#RULE}, {@link ItemType#MACRO} or {@link ItemType#LIST}
     */
    Optional<String> definition(SourceFile file, ItemType type, String name);
}
