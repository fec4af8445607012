package io.falconer.explain;

import io.falconer.text.Location;
import io.falconer.text.SourceFile;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * The comment about a value of an exception: after it on its line, or on the lines above it. In generated rules this is the
 * reason, the owner and the last day of the policy's exception, once above all values that come from it.
 */
public final class ValueComment {
    private final SourceFile file;
    private final boolean isGenerated;

    private ValueComment(SourceFile file) {
        this.file = file;
        this.isGenerated = file.line(1).endsWith("Made by Falconer: change the policy, not this file.");
    }

    /** The comment on one line; empty if there is none. */
    public static Optional<String> at(Location value) {
        return new ValueComment(value.source())
                .at(value.start().line(), value.end().column());
    }

    private Optional<String> at(int line, int column) {
        String text = file.line(line);
        int after = text.indexOf(" #", Math.min(text.length(), column - 1));
        if (after >= 0) {
            return Optional.of(text.substring(after + 2).strip());
        }
        int above = line - 1;
        while (isGenerated && above > 0 && file.line(above).strip().startsWith("- [")) {
            above--;
        }
        Deque<String> comment = new ArrayDeque<>();
        while (above > 0 && file.line(above).strip().startsWith("#")) {
            comment.addFirst(file.line(above).strip().substring(1).strip());
            above--;
        }
        return Optional.of(String.join(" ", comment)).filter(words -> !words.isBlank());
    }
}
