package io.falconer.field;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A field of the catalogue.
 *
 * @param name as conditions spell it, without an argument
 * @param type the type of its value
 * @param list whether it extracts a list, even with an index
 * @param argument whether it takes {@code [argument]}, and of which kind
 * @param flags restrictions on its use
 * @param since the plugin or engine version that introduced it; empty if it always existed
 * @param description one line for people
 */
public record Field(
        String name,
        FieldType type,
        boolean list,
        ArgumentKind argument,
        Set<Flag> flags,
        Optional<String> since,
        String description) {
    public Field {
        flags = Set.copyOf(flags);
    }

    public boolean has(Flag flag) {
        return flags.contains(flag);
    }

    /** The same field without a restriction. */
    public Field without(Flag flag) {
        Set<Flag> others = flags.stream().filter(each -> each != flag).collect(Collectors.toUnmodifiableSet());
        return new Field(name, type, list, argument, others, since, description);
    }

    /** The same field with another type. */
    Field withType(FieldType other) {
        return new Field(name, other, list, argument, flags, since, description);
    }

    /** The kinds of arguments in brackets. */
    public enum ArgumentKind {
        NONE,
        INDEX_OPTIONAL,
        INDEX_REQUIRED,
        KEY_OPTIONAL,
        KEY_REQUIRED
    }

    /** The restrictions on a field's use. */
    public enum Flag {
        /** It is not allowed in a transformer. */
        NO_TRANSFORMER,
        /** It is not allowed on the right side. */
        NO_RHS,
        /** It has no value in outputs. */
        FILTER_ONLY,
        /** Its use causes LOAD_DEPRECATED_ITEM. */
        DEPRECATED
    }
}
