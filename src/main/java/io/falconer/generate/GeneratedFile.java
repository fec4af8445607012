package io.falconer.generate;

/** A file to write: its path below the output directory, with slashes, and its text. */
public record GeneratedFile(String path, String text) {

    /** Whether {@code text} comes from a file that Falconer generated. */
    public static boolean isGenerated(String text) {
        return text.lines()
                .findFirst()
                .filter(line -> line.endsWith(Header.MARK) || line.contains('"' + SuiteFiles.CASE + '"'))
                .isPresent();
    }
}
