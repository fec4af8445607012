package io.falconer.suite;

import com.google.re2j.Pattern;
import io.falconer.text.QuotedText;
import java.util.List;

/**
 * A requirement of a suite on a text or an output field. The texts to match are those that an alert shows: none if the field
 * has no value, several for a list. A matcher of text holds if one of the texts satisfies it.
 */
public sealed interface Matcher {
    /** Whether {@code texts} satisfy the matcher. */
    boolean matches(List<String> texts);

    /** The matcher in a few words, as the expected value. */
    String shown();

    /** One of the texts equals this one. */
    record Literal(String text) implements Matcher {
        @Override
        public boolean matches(List<String> texts) {
            return texts.contains(text);
        }

        @Override
        public String shown() {
            return text;
        }
    }

    /** All of these are among the texts. If {@code exact}, the texts are these and no others, in this order. */
    record Items(List<String> items, boolean exact) implements Matcher {
        public Items {
            items = List.copyOf(items);
        }

        @Override
        public boolean matches(List<String> texts) {
            return exact ? texts.equals(items) : texts.containsAll(items);
        }

        @Override
        public String shown() {
            return (exact ? "exactly (" : "(") + String.join(",", items) + ")";
        }
    }

    /** One of the texts contains this one. */
    record Contains(String part) implements Matcher {
        @Override
        public boolean matches(List<String> texts) {
            return texts.stream().anyMatch(t -> t.contains(part));
        }

        @Override
        public String shown() {
            return "contains " + QuotedText.text(part);
        }
    }

    /** One of the texts starts with this one. */
    record StartsWith(String prefix) implements Matcher {
        @Override
        public boolean matches(List<String> texts) {
            return texts.stream().anyMatch(t -> t.startsWith(prefix));
        }

        @Override
        public String shown() {
            return "starts with " + QuotedText.text(prefix);
        }
    }

    /** One of the texts ends with this one. */
    record EndsWith(String suffix) implements Matcher {
        @Override
        public boolean matches(List<String> texts) {
            return texts.stream().anyMatch(t -> t.endsWith(suffix));
        }

        @Override
        public String shown() {
            return "ends with " + QuotedText.text(suffix);
        }
    }

    /** One of the texts contains a match of the pattern, which is in RE2 syntax. */
    record Regex(Pattern pattern) implements Matcher {
        @Override
        public boolean matches(List<String> texts) {
            return texts.stream().anyMatch(t -> pattern.matcher(t).find());
        }

        @Override
        public String shown() {
            return "matches /" + pattern.pattern() + "/";
        }
    }

    /** A value exists, or does not exist. */
    record Exists(boolean expected) implements Matcher {
        @Override
        public boolean matches(List<String> texts) {
            return texts.isEmpty() != expected;
        }

        @Override
        public String shown() {
            return expected ? "a value" : "no value";
        }
    }

    /** All of these hold. */
    record All(List<Matcher> matchers) implements Matcher {
        public All {
            matchers = List.copyOf(matchers);
        }

        @Override
        public boolean matches(List<String> texts) {
            return matchers.stream().allMatch(m -> m.matches(texts));
        }

        @Override
        public String shown() {
            return String.join(" and ", matchers.stream().map(Matcher::shown).toList());
        }
    }

    /** The other matcher does not hold. */
    record Not(Matcher matcher) implements Matcher {
        @Override
        public boolean matches(List<String> texts) {
            return !matcher.matches(texts);
        }

        @Override
        public String shown() {
            return "not " + matcher.shown();
        }
    }
}
