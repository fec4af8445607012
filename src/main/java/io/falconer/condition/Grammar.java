package io.falconer.condition;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The features of one Falco's filter language. The versions differ only in these features. The rest of section 2 applies to all
 * of them.
 */
public record Grammar(Set<Feature> features) {
    /** The language of the newest Falco: all features. */
    public static final Grammar NEWEST = new Grammar(EnumSet.allOf(Feature.class));

    private static final List<Transformer> TRANSFORMERS = List.of(Transformer.values());
    private static final List<Transformer> OF_ONE_ARGUMENT = TRANSFORMERS.stream()
            .filter(transformer -> transformer != Transformer.JOIN
                    && transformer != Transformer.CONCAT
                    && transformer != Transformer.GETOPT)
            .toList();

    /** A feature that a version of the language may have. Each names the place in Falco's libraries that introduced it. */
    public enum Feature {
        /**
         * {@code \xHH} in quoted strings (libs 0.26, {@code filter/escaping.cpp}); before, it is an unsupported escape.
         * Recorded: {@code conformance-0.44/probes/conditions}.
         */
        HEX_ESCAPES,
        /**
         * The limit on nesting (libs 0.26, {@code filter/parser.cpp}). Before, the guards were temporaries that counted
         * nothing. Recorded: {@code conformance-0.44/probes/conditions}.
         */
        DEPTH_LIMIT,
        /**
         * {@code oneof}, {@code anyof}, {@code allof} after a string operator (libs 0.25, {@code filter/parser.cpp}); before,
         * they are bare strings. Recorded: {@code conformance-0.43/conditions}.
         */
        MODIFIERS,
        /**
         * {@code join}, {@code concat}, {@code getopt}; constants and lists as arguments of transformers, and
         * {@code [argument]} after a call (libs 0.25, {@code filter/parser.cpp}). Before, each transformer accepts one field or
         * call. Recorded: {@code conformance-0.43/conditions}.
         */
        SEVERAL_ARGUMENTS,
        /**
         * A word operator without a blank after it is not read (libs 0.25, {@code filter/parser.cpp}). Before, it is read and
         * dropped: {@code globin (x)} means {@code in (x)}.
         */
        WHOLE_WORDS,
        /** {@code field[""]} has an empty argument (libs 0.25, {@code filter/ast.h}); before, it has none. */
        EMPTY_ARGUMENTS
    }

    public Grammar {
        features = Set.copyOf(features);
    }

    /** The same language without these features. */
    public Grammar without(Feature... missing) {
        EnumSet<Feature> left = EnumSet.noneOf(Feature.class);
        left.addAll(features);
        Arrays.asList(missing).forEach(left::remove);
        return new Grammar(left);
    }

    /** Whether the language has the feature. */
    public boolean has(Feature feature) {
        return features.contains(feature);
    }

    /** The transformers of the language, in the order in which Falco tries and names them. */
    public List<Transformer> transformers() {
        return has(Feature.SEVERAL_ARGUMENTS) ? TRANSFORMERS : OF_ONE_ARGUMENT;
    }
}
