package io.falconer.meaning;

import io.falconer.field.Glob;
import io.falconer.language.Automaton;
import io.falconer.language.Globs;
import io.falconer.language.Products;
import io.falconer.language.TooLarge;
import io.falconer.model.Leaf;
import io.falconer.model.Statement;
import io.falconer.policy.NamespaceMatch;
import java.util.List;

/** What a policy says of the namespace of an event's object. */
final class NamespaceMeaning {
    private static final Leaf NAMESPACE = Leaf.ROOT.at("objectRef", "namespace");

    private NamespaceMeaning() {}

    /** The statement that one of some globs matches a namespace. */
    @FunctionalInterface
    interface ByGlobs {
        Statement oneOf(List<String> globs) throws TooLarge;
    }

    /** A policy or control with this match applies. */
    static Statement of(NamespaceMatch match) throws TooLarge {
        return of(match, NamespaceMeaning::oneOf);
    }

    /** The same, where {@code namespaces} says which namespace counts. */
    static Statement of(NamespaceMatch match, ByGlobs namespaces) throws TooLarge {
        Statement included = match.include().isEmpty() ? Statement.all() : namespaces.oneOf(match.include());
        Statement excluded = match.exclude().isEmpty() ? Statement.any() : namespaces.oneOf(match.exclude());
        return Statement.all(included, Statement.not(excluded));
    }

    /** The same for objects. One without a namespace affects all namespaces, so whatever names some applies to it. */
    static Statement ofObjects(NamespaceMatch match) throws TooLarge {
        return match.include().isEmpty()
                ? of(match)
                : Statement.any(of(match), Statement.not(new Statement.Present(NAMESPACE)));
    }

    /** Whether everything is excluded, so that a control with this match applies nowhere. */
    static boolean isNowhere(NamespaceMatch match) throws TooLarge {
        return names(match.exclude()).complement().isEmpty();
    }

    /** One of the globs matches. */
    static Statement oneOf(List<String> globs) throws TooLarge {
        return new Statement.Within(NAMESPACE, names(globs));
    }

    /** What one of the globs matches. */
    static Automaton names(List<String> globs) throws TooLarge {
        Automaton names = Automaton.none();
        for (String glob : globs) {
            names = Products.union(names, Globs.of(Glob.compile(glob, false)));
        }
        return names;
    }
}
