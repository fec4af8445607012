package io.falconer.ruleset;

import io.falconer.text.Location;
import io.falconer.text.SourceText;
import io.falconer.text.Via;

/** Texts to which a later item appends (section 1.4): the old one, a blank, the new one. */
final class Appended {
    private Appended() {}

    /**
     * The joined text.
     *
     * @param name the rule or macro that is appended to
     * @param by the item that appends
     */
    static SourceText to(SourceText old, SourceText more, String name, Context by) {
        Location item = by.location();
        return new SourceText.Builder()
                .append(old)
                .made(" ", item)
                .append(more.via(new Via(Via.Kind.APPEND, name, item)))
                .build(item);
    }
}
