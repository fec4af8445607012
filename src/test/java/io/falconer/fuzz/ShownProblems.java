package io.falconer.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconer.text.Diagnostic;
import io.falconer.text.Location;
import io.falconer.text.Position;
import io.falconer.text.Snippet;
import io.falconer.text.Style;
import java.util.List;

/** What holds for every diagnostic: it has words, its places are in a file, and a terminal can show it. */
final class ShownProblems {
    private ShownProblems() {}

    static void check(List<Diagnostic> problems) {
        problems.forEach(ShownProblems::check);
    }

    private static void check(Diagnostic problem) {
        assertThat(problem.code()).isNotBlank();
        assertThat(problem.message()).isNotBlank();
        problem.hint().ifPresent(hint -> assertThat(hint).isNotBlank());
        problem.location().ifPresent(ShownProblems::check);
        problem.way().forEach(step -> check(step.location()));
        checkText(Snippet.of(problem, Style.PLAIN));
    }

    static void check(Location location) {
        int length = location.source().text().length();
        assertThat(location.span().end()).as(location.toString()).isLessThanOrEqualTo(length);
        Position start = location.start();
        Position end = location.end();
        assertThat(start.line()).isBetween(1, location.source().lines());
        assertThat(end.line()).isBetween(start.line(), location.source().lines());
    }

    /** A text for a terminal has no control characters. */
    static void checkText(String text) {
        assertThat(text.codePoints().filter(c -> c != '\n' && c != '\t' && Character.isISOControl(c)))
                .as(text)
                .isEmpty();
    }
}
