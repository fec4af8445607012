package io.falconer.event;

/** What Go's net/url accepts as {@code user:password@host:port}. */
final class GoAuthority {
    private static final String USER_SIGNS = "-._:~!$&'()*+,;=%@";
    private static final String HOST_SIGNS = "-_.~!$&'()*+,;=:[]<>\"";

    private GoAuthority() {}

    static boolean isValid(String authority) {
        int at = authority.lastIndexOf('@');
        return isHost(authority.substring(at + 1)) && (at < 0 || isUser(authority.substring(0, at)));
    }

    private static boolean isUser(String text) {
        return text.chars().allMatch(c -> isAlphanumeric(c) || USER_SIGNS.indexOf(c) >= 0)
                && PercentEscapes.areValid(text);
    }

    private static boolean isHost(String text) {
        int colon = text.lastIndexOf(':');
        int bracket = text.lastIndexOf(']');
        if (text.startsWith("[")) {
            return bracket > 0 && isPort(text.substring(bracket + 1)) && isName(text.substring(0, bracket));
        }
        return isPort(colon < 0 ? "" : text.substring(colon)) && isName(text);
    }

    private static boolean isPort(String text) {
        return text.isEmpty()
                || (text.startsWith(":") && text.substring(1).chars().allMatch(c -> c >= '0' && c <= '9'));
    }

    /** Escapes may only stand for bytes outside of ASCII and for the percent sign. */
    private static boolean isName(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '%') {
                boolean foreign = i + 1 < text.length() && PercentEscapes.digit(text.charAt(i + 1)) >= 8;
                if (!foreign && !text.startsWith("%25", i)) {
                    return false;
                }
            } else if (c < 0x80 && !isAlphanumeric(c) && HOST_SIGNS.indexOf(c) < 0) {
                return false;
            }
        }
        return PercentEscapes.areValid(text);
    }

    private static boolean isAlphanumeric(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
}
