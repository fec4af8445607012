package io.falconer.generate;

/** A file to write: its path below the output directory, with slashes, and its text. */
public record GeneratedFile(String path, String text) {
    /** How the first line of a suite ends that is made from rules and events, without a policy. */
    public static final String SHOWN = ". Made by Falconer: change the rules, not this file.";

    /** How the first line of a suite ends that {@code cover} wrote. */
    public static final String COVER_MARK = ". Made by falconer cover.";

    /** How the first line of an exception ends that {@code tune} wrote. */
    public static final String TUNE_MARK = ". Made by falconer tune.";

    /** How the first line of suites and rules ends that {@code diff} wrote. */
    public static final String DIFF_MARK = ". Made by falconer diff, which overwrites this file.";

    /** Whether {@code text} is a suite that {@code cover} wrote. */
    public static boolean isCover(String text) {
        return hasMark(text, COVER_MARK);
    }

    /** Whether {@code text} is a suite, or a copy of rules, that {@code diff} wrote. */
    public static boolean isDiff(String text) {
        return hasMark(text, DIFF_MARK);
    }

    private static boolean hasMark(String text, String mark) {
        return text.lines().findFirst().filter(line -> line.endsWith(mark)).isPresent();
    }

    /** Whether {@code text} comes from a file that Falconer generated. */
    public static boolean isGenerated(String text) {
        return text.lines()
                .findFirst()
                .filter(line -> line.endsWith(Header.MARK)
                        || line.endsWith(SHOWN)
                        || line.endsWith(TUNE_MARK)
                        || isCover(text)
                        || isDiff(text)
                        || line.contains('"' + SuiteFiles.CASE + '"'))
                .isPresent();
    }
}
