package io.falconer.policy;

import com.google.re2j.Pattern;

/** The syntax of names. */
public final class NameSyntax {
    /** A DNS label (RFC 1123) as a regular expression. */
    public static final String DNS_LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
    /** A tag of a rule as a regular expression. */
    public static final String TAG = "[A-Za-z0-9][A-Za-z0-9_./:-]*";
    /** A tag of an image as a regular expression. */
    public static final String IMAGE_TAG = "[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}";
    /** A key of an object as a regular expression. */
    public static final String KEY = "[A-Za-z0-9][A-Za-z0-9._/-]{0,126}";
    /** A glob of namespaces as a regular expression. */
    public static final String GLOB = "(?:[a-z0-9*?-]|\\[!?[a-z0-9-]+\\])+";
    /** The maximum number of characters of a glob of namespaces. */
    public static final int LONGEST_GLOB = 63;
    /** The longest constant that Falco accepts, in bytes of UTF-8 (docs/falco.md, section 3.2). */
    public static final int LONGEST_CONSTANT = 255;
    /** The maximum number of characters of an image, so that its spellings fit into Falco's constants. */
    public static final int LONGEST_IMAGE = LONGEST_CONSTANT / 2;

    private static final Pattern LABELS = Pattern.compile(DNS_LABEL);
    private static final Pattern TAGS = Pattern.compile(TAG);

    private NameSyntax() {}

    /** A DNS label (RFC 1123). */
    static boolean isDnsLabel(String text) {
        return LABELS.matches(text);
    }

    /** A DNS label that starts with a letter (RFC 1035), because the names of Falco macros start with one. */
    static boolean isPolicyName(String text) {
        return isDnsLabel(text) && !Character.isDigit(text.charAt(0));
    }

    /** A tag of a rule. */
    public static boolean isTag(String text) {
        return TAGS.matches(text);
    }
}
