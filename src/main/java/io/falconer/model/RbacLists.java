package io.falconer.model;

import io.falconer.language.Automaton;
import io.falconer.language.TooLarge;

/**
 * The JSON texts of the lists in bindings and roles, as the API server writes them (k8s.io/api/rbac/v1 and its validation). A
 * patch may have the keys in any order, and null where nothing is set. Escaped letters in patches are left out.
 */
public final class RbacLists {
    private static final String STRING =
            "\"([^\"\\\\\\x00-\\x1f]|\\\\([\"\\\\/bfnrt]|u[0-9a-f][0-9a-f][0-9a-f][0-9a-f]))*\"";
    private static final String OTHER_GROUP = "\"(rbac\\.authorization\\.k8s\\.io)?\"";

    private RbacLists() {}

    /** The subjects of a binding. Each has a kind and a name. */
    static Automaton subjects() throws TooLarge {
        return listOf(subject("\"(User|Group|ServiceAccount)\"", STRING));
    }

    /** Those with a service account of this name. */
    public static Automaton withAccount(String name) throws TooLarge {
        String any = subject("\"(User|Group|ServiceAccount)\"", STRING);
        String one = subject("\"ServiceAccount\"", "\"" + Patterns.literal(name) + "\"");
        return Patterns.language("\\[(" + any + ",)*" + one + "(," + any + ")*\\]");
    }

    /** The rules of a role. */
    static Automaton rules() throws TooLarge {
        return listOf(rule(list(STRING)));
    }

    /** Those of which one has {@code *} in {@code verbs}, {@code resources} or {@code apiGroups}. */
    public static Automaton withWildcard() throws TooLarge {
        String any = entry("verbs|apiGroups|resources|resourceNames|nonResourceURLs", list(STRING));
        String star = entry("verbs|apiGroups|resources", "\\[(" + STRING + ",)*\"\\*\"(," + STRING + ")*\\]");
        String rule = rule(list(STRING));
        String one = "\\{(" + any + ",)*" + star + "(," + any + ")*\\}";
        return Patterns.language("\\[(" + rule + ",)*" + one + "(," + rule + ")*\\]");
    }

    private static Automaton listOf(String item) throws TooLarge {
        return Patterns.language(list(item));
    }

    private static String list(String item) {
        return "(null|\\[(" + item + "(," + item + ")*)?\\])";
    }

    private static String rule(String texts) {
        String entry = entry("verbs|apiGroups|resources|resourceNames|nonResourceURLs", texts);
        return "\\{(" + entry + "(," + entry + ")*)?\\}";
    }

    private static String entry(String keys, String value) {
        return "\"(" + keys + ")\":" + value;
    }

    /** A kind and a name, each once, in any order and with the other keys anywhere. */
    private static String subject(String kind, String name) {
        String other = "(" + entry("apiGroup", "(" + OTHER_GROUP + "|null)") + "|"
                + entry("namespace", "(\"[-a-z0-9]*\"|null)") + ")";
        String kinds = entry("kind", kind);
        String names = entry("name", name);
        String between = "(," + other + ")*";
        return "\\{(" + other + ",)*(" + kinds + between + "," + names + "|" + names + between + "," + kinds + ")"
                + between + "\\}";
    }
}
