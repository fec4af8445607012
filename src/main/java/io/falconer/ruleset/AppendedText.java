package io.falconer.ruleset;

import io.falconer.text.Location;
import io.falconer.text.SourceText;
import io.falconer.text.Via;
import java.util.List;

/** A text to which later items may append (section 1.4): the first one, and for each of them a blank and the new one. */
final class AppendedText {
    private final Parts<Part> parts;

    /**
     * A part of the text.
     *
     * @param name the rule or macro that is extended
     * @param by the item whose text it is
     */
    private record Part(SourceText text, String name, Context by) {}

    private AppendedText(Parts<Part> parts) {
        this.parts = parts;
    }

    static AppendedText of(SourceText first, String name, Context by) {
        return new AppendedText(Parts.of(new Part(first, name, by)));
    }

    /** The text with another text that the item {@code by} appends. */
    AppendedText and(SourceText more, String name, Context by) {
        return new AppendedText(parts.and(new Part(more, name, by)));
    }

    /** The whole text. */
    SourceText joined() {
        List<Part> all = parts.all();
        SourceText first = all.getFirst().text();
        if (all.size() == 1) {
            return first;
        }
        SourceText.Builder out = new SourceText.Builder().append(first);
        for (Part part : all.subList(1, all.size())) {
            Location item = part.by().location();
            out.made(" ", item).append(part.text().via(new Via(Via.Kind.APPEND, part.name(), item)));
        }
        return out.build(all.getLast().by().location());
    }
}
