package io.falconer.ruleset;

import io.falconer.text.SourceFile;

/**
 * The text of a rules file, be it a file or part of one.
 *
 * @param name what the result of loading it is called
 * @param source the text
 * @param file the file that holds it; {@code source} itself if that is all there is
 */
public record RulesText(String name, SourceFile source, SourceFile file) {
    /** The whole of a file. */
    static RulesText whole(SourceFile file) {
        return new RulesText(file.name(), file, file);
    }
}
