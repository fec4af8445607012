package io.falconer.ruleset;

import io.falconer.text.SourceFile;
import java.util.List;

/**
 * A rules file that was loaded, or part of one.
 *
 * @param result what Falco says about it
 * @param items the items that were read, in order: all items, or those up to the first error
 */
public record LoadedFile(RulesText text, LoadResult result, List<LoadedItem> items) {
    public LoadedFile {
        items = List.copyOf(items);
    }

    /** The text that contains the items. */
    public SourceFile source() {
        return text.source();
    }
}
