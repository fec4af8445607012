package io.falconer.ruleset;

import io.falconer.text.Diagnostic;
import io.falconer.text.Location;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How yaml-cpp, with which Falco reads YAML, converts scalars and words its errors (section 1.2). */
final class YamlCpp {
    private static final Set<String> TRUE = Set.of("y", "yes", "true", "on");
    private static final Set<String> FALSE = Set.of("n", "no", "false", "off");
    private static final Pattern UNSIGNED =
            Pattern.compile("\\+?(?:(0[xX][0-9a-fA-F]{1,8})|(0[0-7]{0,11})|([1-9][0-9]{0,9}))\\s*");
    private static final long MAX_UNSIGNED = 0xFFFF_FFFFL;

    /**
     * What both libraries complain of.
     *
     * @param ours phrases of SnakeYAML's message, all of which it has
     * @param theirs yaml-cpp's message; empty if it names what stands there
     */
    private record Words(List<String> ours, String theirs) {
        static Words of(String theirs, String... ours) {
            return new Words(List.of(ours), theirs);
        }

        boolean means(String message) {
            return ours.stream().allMatch(message::contains);
        }
    }

    /** The first that fits counts. */
    private static final List<Words> WORDS = List.of(
            Words.of("", "the alias *", " has no anchor"),
            Words.of("", "unknown escape character "),
            Words.of("illegal map value", "mapping values are not allowed here"),
            Words.of("illegal map key", "mapping keys are not allowed here"),
            Words.of("illegal block entry", "sequence entries are not allowed here"),
            Words.of("illegal EOF in scalar", "unexpected end of stream"),
            Words.of("illegal document indicator in scalar", "unexpected document separator"),
            Words.of("bad character found while scanning hex number", "hexadecimal numbers, but found"),
            Words.of("cannot set zero indentation for a block scalar", "in the range 1-9, but found 0"),
            Words.of("unexpected character in block scalar", "a block scalar", "expected a comment or a line break"),
            Words.of("repeated YAML directive", "duplicate YAML directive"),
            Words.of("illegal flow end", "a block node", "but found ']'"),
            Words.of("illegal flow end", "a block node", "but found '}'"),
            Words.of("end of sequence flow not found", "flow sequence"),
            Words.of("end of map flow not found", "flow mapping"),
            Words.of("end of map not found", "block mapping", "expected <block end>"),
            Words.of("end of sequence not found", "block collection", "expected <block end>"));

    private YamlCpp() {}

    /** A boolean in lower case, upper case or capitalised; quotes make no difference. */
    static Optional<Boolean> bool(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        String upper = text.toUpperCase(Locale.ROOT);
        boolean cased = text.equals(lower) || text.equals(upper) || text.equals(upper.charAt(0) + lower.substring(1));
        if (!cased) {
            return Optional.empty();
        }
        return TRUE.contains(lower) ? Optional.of(true) : FALSE.contains(lower) ? Optional.of(false) : Optional.empty();
    }

    /** An unsigned 32-bit number, decimal, octal ({@code 017}) or hexadecimal ({@code 0x1f}). */
    static OptionalLong unsigned(String text) {
        Matcher matcher = UNSIGNED.matcher(text);
        if (!matcher.matches()) {
            return OptionalLong.empty();
        }
        long value = matcher.group(1) != null
                ? Long.parseLong(matcher.group(1).substring(2), 16)
                : matcher.group(2) != null ? Long.parseLong(matcher.group(2), 8) : Long.parseLong(matcher.group(3));
        return value <= MAX_UNSIGNED ? OptionalLong.of(value) : OptionalLong.empty();
    }

    /** yaml-cpp's message with the place, both numbers counted from 1 and the column in bytes. */
    static String message(String problem, LoadLocation.Position mark) {
        return "yaml-cpp: error at line " + (mark.line() + 1) + ", column " + (mark.column() + 1) + ": " + problem;
    }

    /** What yaml-cpp says where SnakeYAML says {@code error}, as far as the two can be told to mean the same. */
    static String message(Diagnostic error) {
        return WORDS.stream()
                .filter(words -> words.means(error.message()))
                .findFirst()
                .map(words -> words.theirs().isEmpty() ? quoting(error) : words.theirs())
                .or(() -> ofTab(error))
                .map(problem -> at(error, problem))
                .orElse(error.message());
    }

    /** Messages that name what stands there. */
    private static String quoting(Diagnostic error) {
        String problem = error.message();
        return error.code().equals("yaml-alias")
                ? "the referenced anchor is not defined: "
                        + problem.substring(problem.indexOf('*') + 1, problem.lastIndexOf(" has no anchor"))
                : "unknown escape character: " + Character.toString(problem.codePointBefore(problem.lastIndexOf('(')));
    }

    /** A character that begins nothing; a tab is one only for SnakeYAML, unless it indents the next line of a scalar. */
    private static Optional<String> ofTab(Diagnostic error) {
        if (!error.message().endsWith("that cannot start any token")) {
            return Optional.empty();
        }
        if (!error.message().contains("(TAB)")) {
            return Optional.of("unknown token");
        }
        Location place = error.location().orElseThrow();
        String before = place.source().text().substring(0, place.span().start()).stripTrailing();
        return before.endsWith(":") || before.endsWith("-")
                ? Optional.empty()
                : Optional.of("illegal tab when looking for indentation");
    }

    private static String at(Diagnostic error, String problem) {
        Location place = error.location().orElseThrow();
        return message(
                problem, new RulesFile(place.source()).position(place.span().start()));
    }
}
