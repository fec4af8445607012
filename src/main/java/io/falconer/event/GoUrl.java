package io.falconer.event;

import java.util.Optional;

/** URLs by the rules of Go's net/url, which Falco's plugin follows (section 12). */
final class GoUrl {
    private GoUrl() {}

    /** The query of {@code url}, still escaped and perhaps empty; empty if Go cannot parse the URL. */
    static Optional<String> query(String url) {
        int hash = url.indexOf('#');
        String main = hash < 0 ? url : url.substring(0, hash);
        String fragment = hash < 0 ? "" : url.substring(hash + 1);
        if (main.chars().anyMatch(c -> c < ' ' || c == 0x7f) || !PercentEscapes.areValid(fragment)) {
            return Optional.empty();
        }
        int colon = schemeEnd(main);
        if (colon == 0) {
            return Optional.empty();
        }
        String rest = main.substring(Math.max(0, colon + 1));
        int mark = rest.indexOf('?');
        String path = mark < 0 ? rest : rest.substring(0, mark);
        return isPath(path, colon > 0) ? Optional.of(mark < 0 ? "" : rest.substring(mark + 1)) : Optional.empty();
    }

    /** The offset of the colon after the scheme, or -1 without a scheme. */
    private static int schemeEnd(String url) {
        for (int i = 0; i < url.length(); i++) {
            char c = url.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            boolean inside = i > 0 && ((c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.');
            if (c == ':') {
                return i;
            }
            if (!letter && !inside) {
                return -1;
            }
        }
        return -1;
    }

    private static boolean isPath(String text, boolean afterScheme) {
        if (!text.startsWith("/")) {
            String segment = text.substring(0, text.indexOf('/') < 0 ? text.length() : text.indexOf('/'));
            return afterScheme || (segment.indexOf(':') < 0 && PercentEscapes.areValid(text));
        }
        if (text.startsWith("//") && (afterScheme || !text.startsWith("///"))) {
            int slash = text.indexOf('/', 2);
            int end = slash < 0 ? text.length() : slash;
            return GoAuthority.isValid(text.substring(2, end)) && PercentEscapes.areValid(text.substring(end));
        }
        return PercentEscapes.areValid(text);
    }
}
