package io.falconer.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A page in one file, which loads nothing: totals, a search, filters, and entries in groups. Without scripts, all entries are
 * shown.
 *
 * @param title what the page says at the top
 * @param totals the lines below
 * @param groups the entries
 */
record HtmlPage(String title, HtmlEntry.Tone tone, List<Html> totals, List<Group> groups) {
    /** Entries with a heading. */
    record Group(String heading, Optional<String> note, List<HtmlEntry> entries) {
        Group {
            entries = List.copyOf(entries);
        }
    }

    HtmlPage {
        totals = List.copyOf(totals);
        groups = List.copyOf(groups);
    }

    /** The whole page, which ends with LF. */
    String text() {
        Html head = Html.element(
                "head",
                empty("meta", "charset", "utf-8"),
                empty("meta", "name", "viewport", "content", "width=device-width"),
                Html.element("title", Html.text(title)),
                new Html("<style>\n" + resource("page.css") + "</style>"));
        Html body = Html.element(
                "body",
                Html.element(
                        "header",
                        Html.styled("h1", tone.type(), Html.text(title)),
                        Html.element("ul", Html.attributes(), totals)),
                filters(),
                Html.element("main", Html.attributes(), sections()),
                new Html("<script>\n" + resource("page.js") + "</script>"));
        return "<!DOCTYPE html>\n"
                + Html.element("html", Html.attributes("lang", "en"), List.of(head, body))
                        .markup() + "\n";
    }

    private List<Html> sections() {
        Map<String, Integer> taken = new HashMap<>();
        return groups.stream()
                .map(group -> {
                    List<Html> parts = new ArrayList<>();
                    parts.add(Html.element("h2", Html.text(group.heading())));
                    group.note().ifPresent(note -> parts.add(Html.styled("p", "note", Html.text(note))));
                    group.entries().forEach(entry -> parts.add(entry.html(id(entry.key(), taken))));
                    return Html.element("section", Html.attributes(), parts);
                })
                .toList();
    }

    /** An address that is the same for the same page, and that no entry above has. */
    private static String id(String key, Map<String, Integer> taken) {
        String id =
                key.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-|-$", "");
        int number = taken.merge(id, 1, Integer::sum);
        return number == 1 ? id : id + "--" + number;
    }

    /** The search and the filters, which the script shows, because they do nothing without it. */
    private Html filters() {
        List<Html> parts = new ArrayList<>();
        parts.add(Html.element("label", Html.text("Search "), empty("input", "type", "search", "id", "search")));
        parts.add(select("status", "Result", values(entries().map(HtmlEntry::status))));
        List<String> tags = values(entries().flatMap(entry -> entry.tags().stream()));
        if (!tags.isEmpty()) {
            parts.add(select("tag", "Tag", tags));
        }
        parts.add(empty("p", "id", "count", "role", "status"));
        return Html.element(
                "form",
                Html.attributes("id", "filters", "role", "search", "aria-label", "Rules and tests", "hidden", ""),
                parts);
    }

    private Stream<HtmlEntry> entries() {
        return groups.stream().flatMap(group -> group.entries().stream());
    }

    private static List<String> values(Stream<String> all) {
        return List.copyOf(new TreeSet<>(all.toList()));
    }

    private static Html select(String id, String label, List<String> values) {
        List<Html> options = new ArrayList<>();
        options.add(option("", "all"));
        values.forEach(value -> options.add(option(value, value)));
        return Html.element(
                "label", Html.text(label + " "), Html.element("select", Html.attributes("id", id), options));
    }

    private static Html option(String value, String text) {
        return Html.element("option", Html.attributes("value", value), List.of(Html.text(text)));
    }

    private static Html empty(String name, String... attributes) {
        return Html.element(name, Html.attributes(attributes), List.of());
    }

    private static String resource(String name) {
        try (InputStream in = HtmlPage.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
