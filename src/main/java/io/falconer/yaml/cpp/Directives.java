package io.falconer.yaml.cpp;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The directives before a document. They also apply to later documents, up to one with its own directives. */
final class Directives {
    /** As C++ reads numbers: with a sign, after white space. Any character may separate the two. */
    private static final Pattern VERSION =
            Pattern.compile("[\\x0B\\f]*([-+]?[0-9]+).[\\x0B\\f]*([-+]?[0-9]+)", Pattern.DOTALL);

    private final Map<String, String> handles = new HashMap<>();
    private boolean hasVersion;

    /** Adds the directive at {@code mark}. Only {@code YAML} and {@code TAG} have a meaning. */
    void add(Token.Content.Directive directive, Mark mark) {
        switch (directive.name()) {
            case "YAML" -> version(directive, mark);
            case "TAG" -> handle(directive, mark);
            default -> {}
        }
    }

    private void version(Token.Content.Directive directive, Mark mark) {
        if (directive.arguments().size() != 1) {
            throw YamlError.DIRECTIVE_VERSION_ARGUMENTS.at(mark);
        }
        if (hasVersion) {
            throw YamlError.DIRECTIVE_VERSION_REPEATED.at(mark);
        }
        String version = directive.arguments().getFirst();
        Matcher matcher = VERSION.matcher(version);
        if (!matcher.matches() || !isInt(matcher.group(1)) || !isInt(matcher.group(2))) {
            throw YamlError.DIRECTIVE_VERSION.at(mark, version);
        }
        if (Integer.parseInt(matcher.group(1)) > 1) {
            throw YamlError.DIRECTIVE_VERSION_LARGE.at(mark);
        }
        hasVersion = true;
    }

    private static boolean isInt(String digits) {
        try {
            Integer.parseInt(digits);
            return true;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private void handle(Token.Content.Directive directive, Mark mark) {
        if (directive.arguments().size() != 2) {
            throw YamlError.DIRECTIVE_TAG_ARGUMENTS.at(mark);
        }
        String before = handles.putIfAbsent(
                directive.arguments().getFirst(), directive.arguments().getLast());
        if (before != null) {
            throw YamlError.DIRECTIVE_TAG_REPEATED.at(mark);
        }
    }

    /** The full tag. */
    String resolve(Token.Content.Tag tag) {
        String otherwise = tag.handle().equals("!!") ? "tag:yaml.org,2002:" : tag.handle();
        return handles.getOrDefault(tag.handle(), otherwise) + tag.suffix();
    }
}
