package io.falconer.ruleset;

import java.nio.charset.StandardCharsets;

/** Places within conditions as Falco counts them. */
final class FalcoPosition {
    private FalcoPosition() {}

    /**
     * A place in a condition, added to where the condition's parent begins: Falco adds the parser's line and column,
     * which count from 1, to marks, which count from 0, and lets CR end a line here.
     */
    static LoadLocation.Position inCondition(String condition, int offset, LoadLocation.Position parent) {
        String before = condition.substring(0, Math.min(offset, condition.length()));
        int lineStart = Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1;
        int line = (int) before.chars().filter(c -> c == '\n' || c == '\r').count() + 1;
        int column = bytes(before.substring(lineStart)) + 1;
        return new LoadLocation.Position(
                parent.line() + line, parent.column() + column, parent.offset() + bytes(before));
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
