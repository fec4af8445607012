package io.falconer.template;

import io.falconer.condition.Expr;
import io.falconer.text.Location;
import io.falconer.text.SourceFile;
import io.falconer.text.Span;
import io.falconer.yaml.YamlNode;

/** A parsed condition that knows its place in its file. */
record ConditionText(SourceFile source, YamlNode.Scalar scalar, Expr expr) {
    /** The place of a span of the condition in the file. */
    Location locate(Span span) {
        return locate(source, scalar, span);
    }

    /**
     * The place of a stretch of a scalar's text in its file. Folding only changes blanks, so the two texts are compared step by
     * step. If escapes make them differ otherwise, the place is the whole scalar.
     */
    static Location locate(SourceFile source, YamlNode.Scalar scalar, Span span) {
        String raw = source.text();
        int at = firstCharacter(raw, scalar);
        int start = -1;
        for (int i = 0; i <= Math.min(span.end(), scalar.text().length()); i++) {
            if (i == span.start()) {
                start = at;
            }
            if (i == span.end()) {
                break;
            }
            char c = i < scalar.text().length() ? scalar.text().charAt(i) : ' ';
            if (Character.isWhitespace(c)) {
                while (at < raw.length() && Character.isWhitespace(raw.charAt(at))) {
                    at++;
                }
            } else if (at < raw.length() && raw.charAt(at) == c) {
                at++;
            } else {
                return new Location(source, scalar.span());
            }
        }
        return new Location(source, start < 0 ? scalar.span() : new Span(start, Math.max(start, at)));
    }

    private static int firstCharacter(String raw, YamlNode.Scalar scalar) {
        int at = scalar.span().start();
        if (scalar.plain() || at >= raw.length()) {
            return at;
        }
        char first = raw.charAt(at);
        if (first == '>' || first == '|') {
            at = raw.indexOf('\n', at);
            while (at >= 0 && at < raw.length() && Character.isWhitespace(raw.charAt(at))) {
                at++;
            }
            return Math.max(at, 0);
        }
        return at + 1;
    }
}
