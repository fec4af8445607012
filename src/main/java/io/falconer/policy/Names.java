package io.falconer.policy;

import com.google.re2j.Pattern;

/** What names may look like. */
public final class Names {
    private static final Pattern DNS_LABEL = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");
    private static final Pattern TAG = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_./:-]*");

    private Names() {}

    /** A DNS label (RFC 1123). */
    static boolean isDnsLabel(String text) {
        return DNS_LABEL.matches(text);
    }

    /** A DNS label that begins with a letter (RFC 1035), since names of Falco macros begin so. */
    static boolean isPolicyName(String text) {
        return isDnsLabel(text) && !Character.isDigit(text.charAt(0));
    }

    /** A tag of a rule. */
    public static boolean isTag(String text) {
        return TAG.matches(text);
    }
}
