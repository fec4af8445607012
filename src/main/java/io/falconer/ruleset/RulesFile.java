package io.falconer.ruleset;

import io.falconer.text.ByteText;
import io.falconer.text.Location;
import io.falconer.text.SourceFile;
import io.falconer.text.Span;
import io.falconer.text.TextOrigin;
import io.falconer.yaml.cpp.Mark;
import io.falconer.yaml.cpp.Marks;
import java.util.List;

/** A rules file with the data for its places: Falco reports yaml-cpp's marks, and quotes the file's bytes. */
final class RulesFile {
    private final SourceFile source;
    private final byte[] bytes;
    private final Marks marks;

    RulesFile(SourceFile source) {
        this.source = source;
        this.bytes = ByteText.encode((source.hasByteOrderMark() ? "\uFEFF" : "") + source.text());
        this.marks = Marks.of(source);
    }

    SourceFile source() {
        return source;
    }

    /** yaml-cpp's mark at a UTF-16 offset. */
    Mark mark(int offset) {
        return marks.at(offset);
    }

    /** The same place, as Falco reports it. */
    LoadLocation.Position position(int offset) {
        return position(mark(offset));
    }

    private static LoadLocation.Position position(Mark mark) {
        return new LoadLocation.Position(mark.line(), mark.column(), mark.position());
    }

    /** The place of an error of yaml-cpp. */
    LoadContext at(Mark mark) {
        LoadLocation whole = new LoadLocation(ItemType.RULES_CONTENT, "", source.name(), position(0));
        LoadLocation place = new LoadLocation(ItemType.VALUE_FOR, "", source.name(), position(mark));
        Span at = Span.at(Math.min(mark.offset(), source.text().length()));
        return new LoadContext(
                List.of(whole, place), snippet(mark.position()), new TextOrigin(new Location(source, at)));
    }

    /** Falco's excerpt around a byte of the file. It does not skip the byte order mark, but marks do. */
    String snippet(int offset) {
        return FalcoSnippet.of(bytes, offset);
    }
}
