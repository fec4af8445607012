package io.falconer.report;

import io.falconer.exception.ExceptionReview;
import io.falconer.exception.ListedException;
import io.falconer.text.PrintableText;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The last days of exceptions as a calendar (RFC 5545), with a reminder before each. Written by hand: it takes six properties and
 * two rules of escaping, and libraries for all of the RFC bring time zones and parsers along.
 */
public final class ExceptionsCalendar {
    private static final int MOST_OCTETS = 75;

    private ExceptionsCalendar() {}

    /** The calendar. Exceptions that do not end are left out. The same exceptions on the same day give the same bytes. */
    public static String of(ExceptionReview review) {
        List<String> lines = new ArrayList<>();
        lines.add("BEGIN:VCALENDAR");
        lines.add("VERSION:2.0");
        lines.add("PRODID:-//Falconer//Exceptions//EN");
        Set<String> ids = new HashSet<>();
        review.exceptions()
                .forEach(each -> each.expires().ifPresent(day -> event(lines, each, day, id(each, ids), review)));
        lines.add("END:VCALENDAR");
        StringBuilder calendar = new StringBuilder();
        lines.forEach(line -> calendar.append(folded(line)).append("\r\n"));
        return calendar.toString();
    }

    private static void event(
            List<String> lines, ListedException listed, LocalDate day, String id, ExceptionReview review) {
        String owner = listed.answerable().map(name -> " (" + name + ")").orElse("");
        lines.add("BEGIN:VEVENT");
        lines.add("UID:" + id + "@falconer");
        lines.add("DTSTAMP:" + date(review.today()) + "T000000Z");
        lines.add("DTSTART;VALUE=DATE:" + date(day));
        lines.add("DTEND;VALUE=DATE:" + date(day.plusDays(1)));
        lines.add("TRANSP:TRANSPARENT");
        lines.add("SUMMARY:" + escaped("Exception " + listed.name() + " expires" + owner));
        lines.add("DESCRIPTION:"
                + escaped("It silences " + listed.silences() + ", from " + String.join(", ", listed.from()) + ".\n"
                        + (listed.reason().isEmpty() ? "" : "Reason: " + listed.reason() + "\n") + "Place: "
                        + listed.place()));
        lines.add("BEGIN:VALARM");
        lines.add("ACTION:DISPLAY");
        lines.add("DESCRIPTION:" + escaped("Exception " + listed.name() + " expires on " + day));
        lines.add("TRIGGER:-P" + review.warnBefore() + "D");
        lines.add("END:VALARM");
        lines.add("END:VEVENT");
    }

    private static String date(LocalDate day) {
        return DateTimeFormatter.BASIC_ISO_DATE.format(day);
    }

    /** The same text for the same exception, so that calendars replace its event; of characters that need no escape. */
    private static String id(ListedException listed, Set<String> known) {
        String text = listed.name() + " " + String.join(" ", listed.from()) + " "
                + listed.place().source().name();
        StringBuilder id = new StringBuilder();
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = Character.isLetterOrDigit(octet) && octet > 0;
            id.append(plain ? Character.toString(octet) : String.format(Locale.ROOT, "-%02x", octet & 0xff));
        }
        while (!known.add(id.toString())) {
            id.append("-again");
        }
        return id.toString();
    }

    /** A value of type TEXT, as the RFC says in 3.3.11. Control characters cannot occur in it. */
    private static String escaped(String text) {
        return PrintableText.lines(text)
                .replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\n", "\\n");
    }

    /** A content line in lines of at most 75 octets, the further ones after a blank, as it says in 3.1. */
    private static String folded(String line) {
        StringBuilder folded = new StringBuilder();
        int octets = 0;
        for (int i = 0; i < line.length(); ) {
            int character = line.codePointAt(i);
            String text = Character.toString(character);
            int size = text.getBytes(StandardCharsets.UTF_8).length;
            if (octets + size > MOST_OCTETS) {
                folded.append("\r\n ");
                octets = 1;
            }
            folded.append(text);
            octets += size;
            i += text.length();
        }
        return folded.toString();
    }
}
