package io.falconer.ruleset;

import io.falconer.text.SourceFile;

/**
 * The text of a rules file, which is a file or part of one.
 *
 * @param name the name of its load result
 * @param source the text
 * @param file the file that contains it; {@code source} itself if it is the whole file
 */
public record RulesText(String name, SourceFile source, SourceFile file) {
    /** A whole file. */
    static RulesText whole(SourceFile file) {
        return new RulesText(file.name(), file, file);
    }
}
