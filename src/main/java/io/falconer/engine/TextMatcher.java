package io.falconer.engine;

import io.falconer.event.Value;
import io.falconer.field.Glob;
import io.falconer.field.Octets;
import io.falconer.field.PathPrefixes;
import io.falconer.field.PosixRegex;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Comparisons of texts (section 3.3). */
sealed interface TextMatcher extends ValueMatcher {
    boolean matches(String text);

    @Override
    default boolean matches(Value value) {
        return value instanceof Value.Text text && matches(text.text());
    }

    record Equal(String constant) implements TextMatcher {
        @Override
        public boolean matches(String text) {
            return text.equals(constant);
        }

        @Override
        public RequiredValues accepted() {
            return RequiredValues.of(Set.of(constant));
        }
    }

    record Unequal(String constant) implements TextMatcher {
        @Override
        public boolean matches(String text) {
            return !text.equals(constant);
        }
    }

    record In(Set<String> constants) implements TextMatcher {
        public In {
            constants = Collections.unmodifiableSet(new HashSet<>(constants));
        }

        @Override
        public boolean matches(String text) {
            return constants.contains(text);
        }

        @Override
        public RequiredValues accepted() {
            return RequiredValues.of(constants);
        }
    }

    record Contains(String part) implements TextMatcher {
        @Override
        public boolean matches(String text) {
            return text.contains(part);
        }
    }

    record ContainsFolded(FoldedSearch search) implements TextMatcher {
        @Override
        public boolean matches(String text) {
            return search.in(text);
        }
    }

    record StartsWith(String prefix) implements TextMatcher {
        @Override
        public boolean matches(String text) {
            return text.startsWith(prefix);
        }
    }

    record EndsWith(String suffix) implements TextMatcher {
        @Override
        public boolean matches(String text) {
            return text.endsWith(suffix);
        }
    }

    /** {@code <} and similar: in the order of {@code strcmp}, numbers included. */
    record Ordered(Order order, String bound) implements TextMatcher {
        @Override
        public boolean matches(String text) {
            return order.holds(Utf8.compare(text, bound));
        }
    }

    record Globbed(Glob glob) implements TextMatcher {
        @Override
        public boolean matches(String text) {
            return glob.matches(text);
        }
    }

    record Regex(PosixRegex regex) implements TextMatcher {
        @Override
        public boolean matches(String text) {
            return regex.matches(text);
        }
    }

    /** The same, but a value that is not UTF-8 never matches. RE2 accepts encoded surrogates as UTF-8. */
    record RegexOfUtf8(PosixRegex regex) implements TextMatcher {
        private static final Pattern SURROGATE = Pattern.compile("\uDCED[\uDCA0-\uDCBF][\uDC80-\uDCBF]");

        @Override
        public boolean matches(String text) {
            if (Utf8.isWellFormed(text)) {
                return regex.matches(text);
            }
            String decoded = SURROGATE.matcher(text).replaceAll("\uFFFD");
            return Utf8.isWellFormed(decoded) && regex.matches(decoded);
        }
    }

    record Below(PathPrefixes prefixes) implements TextMatcher {
        @Override
        public boolean matches(String text) {
            return prefixes.matches(text);
        }
    }

    /** A comparison of octets, one char for each. */
    record OfOctets(TextMatcher inner) implements TextMatcher {
        @Override
        public boolean matches(String text) {
            return inner.matches(Octets.of(text));
        }
    }
}
