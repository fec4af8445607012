package io.falconer.model;

import static io.falconer.model.JsonTexts.EXACT_STRING;
import static io.falconer.model.JsonTexts.list;
import static io.falconer.model.JsonTexts.listWith;
import static io.falconer.model.JsonTexts.member;
import static io.falconer.model.JsonTexts.object;
import static io.falconer.model.JsonTexts.objectWith;

import io.falconer.language.Automaton;
import io.falconer.language.TooLarge;

/**
 * The JSON texts of the lists in bindings and roles, as the API server writes them (k8s.io/api/rbac/v1 and its validation). A
 * patch may have the keys in any order, and null where nothing is set. Escaped letters in patches are left out.
 */
public final class RbacLists {
    private static final String OTHER_GROUP = "\"(rbac\\.authorization\\.k8s\\.io)?\"";
    private static final String SUBJECT = subject("\"(User|Group|ServiceAccount)\"", EXACT_STRING);
    private static final String TEXTS_OF_RULE =
            member("verbs|apiGroups|resources|resourceNames|nonResourceURLs", orNull(list(EXACT_STRING)));
    private static final String RULE = object(TEXTS_OF_RULE);

    private RbacLists() {}

    /** The subjects of a binding. Each has a kind and a name. */
    static Automaton subjects() throws TooLarge {
        return Patterns.language(orNull(list(SUBJECT)));
    }

    /** Those with a service account of this name. */
    public static Automaton withAccount(String name) throws TooLarge {
        String one = subject("\"ServiceAccount\"", "\"" + Patterns.literal(name) + "\"");
        return Patterns.language(listWith(one, SUBJECT));
    }

    /** The rules of a role. */
    static Automaton rules() throws TooLarge {
        return Patterns.language(orNull(list(RULE)));
    }

    /** Those of which one has {@code *} in {@code verbs}, {@code resources} or {@code apiGroups}. */
    public static Automaton withWildcard() throws TooLarge {
        String star = member("verbs|apiGroups|resources", listWith("\"\\*\"", EXACT_STRING));
        return Patterns.language(listWith(objectWith(star, TEXTS_OF_RULE), RULE));
    }

    private static String orNull(String text) {
        return "(null|" + text + ")";
    }

    /** A kind and a name, each once, in any order and with the other keys anywhere. */
    private static String subject(String kind, String name) {
        String other = member("apiGroup", OTHER_GROUP + "|null") + "|" + member("namespace", "\"[-a-z0-9]*\"|null");
        String kinds = member("kind", kind);
        String names = member("name", name);
        String between = "(,(" + other + "))*";
        return "\\{((" + other + "),)*(" + kinds + between + "," + names + "|" + names + between + "," + kinds + ")"
                + between + "\\}";
    }
}
