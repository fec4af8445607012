package io.falconer.exception;

import java.util.List;
import java.util.stream.Collectors;

/** Namespace globs in words. */
final class NamespaceWords {
    private NamespaceWords() {}

    /** {@code in namespaces that begin with `pay-`}; empty if there are no globs. */
    static String in(List<String> globs) {
        if (globs.isEmpty()) {
            return "";
        }
        if (globs.contains("*")) {
            return "in all namespaces";
        }
        boolean plural = globs.size() > 1 || !isLiteral(globs.getFirst());
        String literal = globs.stream()
                .filter(NamespaceWords::isLiteral)
                .map(NamespaceWords::quoted)
                .collect(Collectors.joining(" or "));
        String begins = globs.stream()
                .filter(NamespaceWords::isPrefix)
                .map(glob -> quoted(glob.substring(0, glob.length() - 1)))
                .collect(Collectors.joining(" or "));
        String matches = globs.stream()
                .filter(glob -> !isLiteral(glob) && !isPrefix(glob))
                .map(NamespaceWords::quoted)
                .collect(Collectors.joining(" or "));
        String names = List.of(literal, with("that begin with ", begins), with("that match ", matches)).stream()
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" or "));
        return (plural ? "in namespaces " : "in namespace ") + names;
    }

    static String quoted(String text) {
        return "`" + text + "`";
    }

    private static String with(String before, String names) {
        return names.isEmpty() ? "" : before + names;
    }

    private static boolean isLiteral(String glob) {
        return glob.chars().noneMatch(c -> c == '*' || c == '?' || c == '[');
    }

    private static boolean isPrefix(String glob) {
        return glob.endsWith("*") && isLiteral(glob.substring(0, glob.length() - 1));
    }
}
