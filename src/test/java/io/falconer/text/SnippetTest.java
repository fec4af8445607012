package io.falconer.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SnippetTest {
    @Test
    void aDiagnosticShowsItsLineWithCaretsAndTheHint() {
        SourceFile file = SourceFile.of("policy.yaml", "spec:\n  controls:\n  - limit: [cpu]\n");
        Diagnostic diagnostic = Diagnostic.error("unknown-key", "unknown key \"limit\"", at(file, "limit"))
                .withHint("did you mean \"limits\"?");
        assertThat(Snippet.of(diagnostic, Style.PLAIN)).isEqualTo("""
                        policy.yaml:3:5: error: unknown key "limit" [unknown-key]
                          3 |   - limit: [cpu]
                            |     ^^^^^
                        hint: did you mean "limits"?
                        """);
    }

    @Test
    void coloursChangeNothingButTheColour() {
        SourceFile file = SourceFile.of("f", "a: b");
        Diagnostic diagnostic = Diagnostic.warning("x", "y", at(file, "b"));
        String coloured = Snippet.of(diagnostic, Style.COLOUR);
        assertThat(coloured).contains("\u001B[33m^\u001B[0m");
        assertThat(coloured.replaceAll("\u001B\\[[0-9]+m", "")).isEqualTo(Snippet.of(diagnostic, Style.PLAIN));
    }

    @Test
    void caretsStandUnderWideCharactersAndTabs() {
        SourceFile file = SourceFile.of("f", "日本\t\uD83D\uDE00x e\u0301 culprit");
        assertThat(source(file, "culprit")).isEqualTo("""
                  1 | 日本    😀x e\u0301 culprit
                    |               ^^^^^^^
                """);
    }

    @Test
    void whatQuotesAMillionCharactersIsCutShort() {
        SourceFile file = SourceFile.of("f", "a: b");
        String message = "x".repeat(1_000_000);
        Diagnostic diagnostic = Diagnostic.error("x", message, at(file, "b")).withHint(message);
        assertThat(Snippet.of(diagnostic, Style.PLAIN)).contains("xxx... [x]\n").hasSizeLessThan(2_100);
    }

    @Test
    void longLinesAreCutAroundTheCulprit() {
        String filler = "abcdefghij".repeat(20);
        SourceFile file = SourceFile.of("f", filler + "culprit" + filler);
        String[] lines = source(file, "culprit").split("\n", -1);
        assertThat(lines[0]).hasSizeLessThanOrEqualTo(80).contains("...").contains("culprit");
        assertThat(lines[1].indexOf('^')).isEqualTo(lines[0].indexOf("culprit"));
        assertThat(lines[1].trim()).endsWith("^^^^^^^").doesNotContain("^^^^^^^^");
    }

    @Test
    void aCulpritWiderThanTheScreenIsMarkedAsFarAsItIsShown() {
        SourceFile file = SourceFile.of("f", "a: " + "x".repeat(500) + "y");
        Location location = new Location(file, new Span(3, 504));
        String shown = Snippet.of(Diagnostic.error("c", "m", location), Style.PLAIN);
        assertThat(shown.lines().skip(1)).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    }

    @Test
    void aSpanOverSeveralLinesIsMarkedToTheEndOfItsFirst() {
        SourceFile file = SourceFile.of("f", "a: |\n  b\n  c\n");
        Location location = new Location(file, new Span(3, 12));
        assertThat(Snippet.of(Diagnostic.error("c", "m", location), Style.PLAIN))
                .contains("  1 | a: |\n    |    ^\n");
    }

    @Test
    void thePlaceAfterTheLastCharacterCanBeShown() {
        SourceFile file = SourceFile.of("f", "ab");
        Location end = new Location(file, Span.at(2));
        assertThat(Snippet.of(Diagnostic.error("c", "m", end), Style.PLAIN)).contains("  1 | ab\n    |   ^\n");
    }

    @Test
    void controlCharactersDoNotReachTheTerminal() {
        SourceFile file = SourceFile.of("f", "\u001B[31mred");
        assertThat(Snippet.of(Diagnostic.error("c", "\u001B[1m", at(file, "red")), Style.PLAIN))
                .doesNotContain("\u001B");
    }

    private static String source(SourceFile file, String culprit) {
        String shown = Snippet.of(Diagnostic.error("c", "m", at(file, culprit)), Style.PLAIN);
        return shown.substring(shown.indexOf('\n') + 1);
    }

    private static Location at(SourceFile file, String culprit) {
        int start = file.text().indexOf(culprit);
        return new Location(file, new Span(start, start + culprit.length()));
    }
}
