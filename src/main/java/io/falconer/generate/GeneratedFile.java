package io.falconer.generate;

/** A file to write: its path below the output directory, with slashes, and its text. */
public record GeneratedFile(String path, String text) {
    /** How the first line of a suite ends that is made from rules and events, without a policy. */
    public static final String SHOWN = ". Made by Falconer: change the rules, not this file.";

    /** How the first line of a suite ends that {@code cover} wrote. */
    public static final String COVER_MARK = ". Made by falconer cover.";

    /** How the first line of an exception ends that {@code tune} wrote. */
    public static final String TUNE_MARK = ". Made by falconer tune.";

    /** Whether {@code text} is a suite that {@code cover} wrote. */
    public static boolean isCover(String text) {
        return text.lines()
                .findFirst()
                .filter(line -> line.endsWith(COVER_MARK))
                .isPresent();
    }

    /** Whether {@code text} comes from a file that Falconer generated. */
    public static boolean isGenerated(String text) {
        return text.lines()
                .findFirst()
                .filter(line -> line.endsWith(Header.MARK)
                        || line.endsWith(SHOWN)
                        || line.endsWith(TUNE_MARK)
                        || isCover(text)
                        || line.contains('"' + SuiteFiles.CASE + '"'))
                .isPresent();
    }
}
