package io.falconer.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;

/**
 * Something that readers of a page find, filter and unfold: a rule or a test.
 *
 * @param key what its address in the page is made of
 * @param name its name
 * @param status the word of its result
 * @param tone what the result means
 * @param note what follows the name, such as counts; may be empty
 * @param tags the tags that readers can choose it by
 * @param content what is shown when it is unfolded
 */
record HtmlEntry(
        String key, String name, String status, Tone tone, String note, List<String> tags, List<Html> content) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What a result means. */
    enum Tone {
        GOOD,
        INCOMPLETE,
        BAD;

        /** The class of an element with this meaning. */
        String type() {
            return switch (this) {
                case GOOD -> "good";
                case INCOMPLETE -> "incomplete";
                case BAD -> "bad";
            };
        }
    }

    HtmlEntry {
        tags = List.copyOf(tags);
        content = List.copyOf(content);
    }

    /**
     * The entry, unfolded if something is wrong.
     *
     * @param id the part of the page's address that leads to it
     */
    Html html(String id) {
        SequencedMap<String, String> attributes = Html.attributes(
                "class",
                "entry",
                "id",
                id,
                "data-status",
                status,
                "data-tags",
                JSON.valueToTree(tags).toString());
        if (tone == Tone.BAD) {
            attributes.put("open", "");
        }
        List<Html> parts = new ArrayList<>();
        parts.add(Html.element(
                "summary",
                Html.styled("span", "status " + tone.type(), Html.text(status)),
                Html.text(" "),
                Html.styled("span", "name", Html.text(name)),
                note.isEmpty() ? Html.NONE : Html.styled("span", "note", Html.text(note))));
        parts.add(Html.styled("div", "body", Html.joined(content), link(id)));
        return Html.element("details", attributes, parts);
    }

    private Html link(String id) {
        return Html.element(
                "a", Html.attributes("class", "link", "href", "#" + id), List.of(Html.text("Link to " + name)));
    }
}
