package io.falconer.model;

import io.falconer.language.Automaton;
import io.falconer.language.Products;
import io.falconer.language.TooLarge;

/**
 * The grammar of image references, as the module distribution/reference has it, and its rule for names without a registry: the
 * first part is a registry if it has a dot, a colon or a capital letter, or if it is {@code localhost}. Lengths of names and
 * tags are not limited here.
 */
public final class ImageReferences {
    private static final String PART = "[a-z0-9]+(([._]|__|-+)[a-z0-9]+)*";
    private static final String PART_WITHOUT_DOT = "[a-z0-9]+((_|__|-+)[a-z0-9]+)*";
    private static final String LABEL = "([a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9])";
    private static final String CAPITAL = "([a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*)?[A-Z]([a-zA-Z0-9-]*[a-zA-Z0-9])?";
    private static final String PORT = "(:[0-9]+)";
    private static final String REGISTRY = "(" + LABEL + "(\\." + LABEL + ")+" + PORT + "?|" + LABEL + PORT + "|("
            + CAPITAL + "|localhost)" + PORT + "?|\\[[a-fA-F0-9]*:[a-fA-F0-9:]*\\]" + PORT + "?)";
    private static final String TAG = "[A-Za-z0-9_][A-Za-z0-9_.-]*";
    private static final String DIGEST = "(sha256:[0-9a-f]{64}|sha384:[0-9a-f]{96}|sha512:[0-9a-f]{128})";
    private static final String SUFFIX = "(:" + TAG + ")?(@" + DIGEST + ")?";

    /** Names that no registry precedes, and some on {@code localhost}. */
    private static final String SHORT = "(" + PART + "|" + PART_WITHOUT_DOT + "(/" + PART + ")+)";

    private static final ConstantLanguage NAMES = new ConstantLanguage(REGISTRY + "(/" + PART + ")+|" + SHORT);
    private static final ConstantLanguage ALL =
            new ConstantLanguage("(" + REGISTRY + "(/" + PART + ")+|" + SHORT + ")" + SUFFIX);

    private ImageReferences() {}

    /** All references. A container with another image never starts. */
    static Automaton all() throws TooLarge {
        return ALL.automaton();
    }

    /** The names of repositories, without tag and digest. */
    static Automaton names() throws TooLarge {
        return NAMES.automaton();
    }

    /** Those that name a digest. */
    public static Automaton withDigest() throws TooLarge {
        return Patterns.language("[^@]+@" + DIGEST);
    }

    /** Those with this tag, whether or not they name a digest too. */
    public static Automaton tagged(String tag) throws TooLarge {
        return Patterns.language(".*:" + Patterns.literal(tag) + "(@.*)?");
    }

    /** Those with neither tag nor digest. */
    public static Automaton untagged() throws TooLarge {
        return Patterns.language("(.*/)?[^/:@]+");
    }

    /** Those that name no registry. Only names have slashes. */
    public static Automaton withoutRegistry() throws TooLarge {
        return Products.intersection(
                Patterns.language("[^/]+|[^/.:A-Z]+/.*"),
                Patterns.language("localhost/.*").complement());
    }
}
