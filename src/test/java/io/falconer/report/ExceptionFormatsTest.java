package io.falconer.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconer.exception.ExceptionReview;
import io.falconer.exception.ExceptionUse;
import io.falconer.exception.ListedException;
import io.falconer.text.Location;
import io.falconer.text.SourceFile;
import io.falconer.text.Span;
import io.falconer.text.Style;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ExceptionFormatsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 1, 15);
    private static final Location PLACE = new Location(SourceFile.of("p.yaml", "text"), Span.at(0));

    private static ListedException named(String name, String reason) {
        return new ListedException(
                name,
                List.of("A", "B"),
                Optional.empty(),
                Optional.of("=cmd()"),
                reason,
                Optional.of(LocalDate.of(2026, 1, 20)),
                "every pod",
                PLACE,
                Optional.of(ExceptionUse.NONE.and(1_767_225_600_000_000_000L).and(0)),
                List.of());
    }

    private static ExceptionReview review(ListedException... exceptions) {
        return new ExceptionReview(TODAY, 7, List.of(exceptions), OptionalLong.of(3), 0);
    }

    @Test
    void cellsAreQuotedAndAreNoFormulas() {
        assertThat(ExceptionsCsv.of(review(named("a", "says \"so\", twice"))).split("\r\n")[1])
                .isEqualTo("a,A B,,'=cmd(),\"says \"\"so\"\", twice\",2026-01-20,5,every pod,2,2026-01-01T00:00:00Z,"
                        + "p.yaml,1,");
    }

    @Test
    void cellsHaveNoControlCharacters() {
        assertThat(ExceptionsCsv.of(review(named("a\u001b[31m", "r")))).contains("\na\ufffd[31m,");
    }

    @Test
    void calendarsHaveLinesOfAtMost75OctetsAndEscapedTexts() {
        String calendar = ExceptionsCalendar.of(review(named("a", "ä;b,c\\d\ne" + "ü".repeat(80))));
        String unfolded = calendar.replace("\r\n ", "");
        assertThat(calendar.split("\r\n"))
                .allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75 && line.indexOf('\n') < 0);
        assertThat(unfolded.split("\r\n"))
                .startsWith("BEGIN:VCALENDAR", "VERSION:2.0")
                .contains(
                        "DTSTAMP:20260115T000000Z",
                        "DTSTART;VALUE=DATE:20260120",
                        "DTEND;VALUE=DATE:20260121",
                        "SUMMARY:Exception a expires (=cmd())",
                        "DESCRIPTION:It silences every pod\\, from A\\, B.\\nReason: ä\\;b\\,c\\\\d\\ne"
                                + "ü".repeat(80) + "\\nPlace: p.yaml:1:1",
                        "TRIGGER:-P7D")
                .endsWith("END:VCALENDAR");
    }

    @Test
    void eventsOfCalendarsHaveDifferentIdsThatStay() {
        String calendar = ExceptionsCalendar.of(review(named("a", ""), named("a", ""), named("b", "")));
        List<String> ids =
                calendar.lines().filter(line -> line.startsWith("UID:")).toList();
        assertThat(ids)
                .containsExactly(
                        "UID:a-20A-20B-20p-2eyaml@falconer",
                        "UID:a-20A-20B-20p-2eyaml-again@falconer",
                        "UID:b-20A-20B-20p-2eyaml@falconer");
    }

    @Test
    void tablesHave80Columns() {
        String text = new ExceptionsText(Style.PLAIN)
                .of(review(named("n".repeat(60), "reason ".repeat(30)), named("two", "\u001b[31m")));
        assertThat(text.lines()).allMatch(line -> line.length() <= 80);
        assertThat(text)
                .contains("n".repeat(29) + "... =cmd()                    5d      2  2026-01-01\n")
                .contains("reason: \\u001b[31m");
    }

    @Test
    void anExceptionWithoutOwnerOrEndHasDashes() {
        ListedException bare = new ListedException(
                "a",
                List.of("A"),
                Optional.empty(),
                Optional.empty(),
                "",
                Optional.empty(),
                "every pod",
                PLACE,
                Optional.of(ExceptionUse.NONE),
                List.of());
        assertThat(new ExceptionsText(Style.PLAIN).of(review(bare))).containsPattern("a {32}- {26}- +0  -\n");
        assertThat(Stream.of(ExceptionsCalendar.of(review(bare)).split("\r\n")))
                .noneMatch(line -> line.startsWith("BEGIN:VEVENT"));
    }
}
