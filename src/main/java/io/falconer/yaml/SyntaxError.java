package io.falconer.yaml;

import io.falconer.text.Diagnostic;
import io.falconer.text.Location;
import io.falconer.text.SourceFile;
import io.falconer.text.Span;
import java.util.Optional;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** Texts for the errors of SnakeYAML's scanner and parser. */
final class SyntaxError {
    private SyntaxError() {}

    static Diagnostic of(SourceFile source, CodePointMarks marks, MarkedYAMLException error) {
        String problem = Optional.ofNullable(error.getProblem()).orElse("this is not YAML");
        int offset =
                Optional.ofNullable(error.getProblemMark()).map(marks::offset).orElse(0);
        String context = Optional.ofNullable(error.getContext()).orElse("");
        Diagnostic plain = Diagnostic.error(
                "yaml-syntax", message(context, problem), new Location(source, span(source.text(), offset)));
        return hint(problem, source.text(), offset).map(plain::withHint).orElse(plain);
    }

    private static Span span(String text, int offset) {
        boolean within = offset < text.length() && text.charAt(offset) != '\n' && text.charAt(offset) != '\r';
        return within ? new Span(offset, text.offsetByCodePoints(offset, 1)) : Span.at(offset);
    }

    private static String message(String context, String problem) {
        String what = problem.replaceAll("\\. \\(Do not use .*\\)$", "").replaceAll("\\s+", " ");
        return context.isEmpty() ? what : context.replaceAll("\\s+", " ") + ": " + what;
    }

    private static Optional<String> hint(String problem, String text, int offset) {
        if (offset < text.length() && text.charAt(offset) == '\t') {
            return Optional.of("indent with spaces; YAML does not allow tabs there");
        }
        if (problem.startsWith("mapping values are not allowed")) {
            return Optional.of("quote a value that contains \": \", and indent all keys of a mapping equally");
        }
        if (problem.contains("that cannot start any token")) {
            return Optional.of("quote a value that starts with this character");
        }
        if (problem.contains("unexpected end of stream")) {
            return Optional.of("a quote is opened and not closed");
        }
        if (problem.startsWith("expected <block end>")) {
            return Optional.of("indent the items of a list and the keys of a mapping equally");
        }
        if (problem.startsWith("could not find expected ':'")) {
            return Optional.of(
                    "a key requires a colon and a blank after it; indent a value that continues on the next line");
        }
        return Optional.empty();
    }
}
