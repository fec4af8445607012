package io.falconer.ruleset;

import io.falconer.condition.ParseResult;
import io.falconer.text.Quotes;
import io.falconer.text.TextOrigin;
import io.falconer.text.Via;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How to fix a condition that does not parse, based on the text where Falco's parser stopped. */
final class SyntaxHints {
    private static final String CURLY_QUOTES = "\u201C\u201D\u2018\u2019\u201E\u00AB\u00BB";
    private static final String FIELD = "[a-zA-Z][\\w.]*(?:\\[[^\\]]*\\])?";
    private static final String WORDS =
            "contains|icontains|startswith|endswith|in|intersects|pmatch|glob|iglob|regex|exists";

    /** The text before the place: a field, perhaps with an operator after it. */
    private static final Pattern BEFORE = Pattern.compile("(" + FIELD + ")\\s*(==?|!=|\\b(?:" + WORDS + "))?\\s*$");

    /** A negation after the field instead of before it. */
    private static final Pattern NEGATED =
            Pattern.compile("(?i)(?:is\\s+)?(?:not\\s+|!\\s*)(" + WORDS + "|=)(?![\\w=])\\s*(.*)", Pattern.DOTALL);

    /** Words of other languages instead of an operator, each with the operator. */
    private static final Pattern FOREIGN = Pattern.compile(
            "(?i)(is\\s+not|is|does\\s+not\\s+contain|like|matches|equals)(?:\\s+(.*)|$)", Pattern.DOTALL);

    /** {@code exists} before its field. */
    private static final Pattern EXISTS_FIRST = Pattern.compile("(?:^|\\(|\\b(?:and|or))\\s*(not\\s+)?exists$");

    private static final Pattern FIRST_FIELD = Pattern.compile(FIELD);

    /** A value: in quotes, a list in parentheses, or up to a blank or parenthesis. */
    private static final Pattern VALUE = Pattern.compile("\"[^\"]*\"|'[^']*'|\\([^)]*\\)|[^\\s()]+");

    private static final Pattern UPPER =
            Pattern.compile("(AND|OR|NOT|IN|CONTAINS|STARTSWITH|ENDSWITH|EXISTS)\\b.*", Pattern.DOTALL);

    private static final Pattern CHECK = Pattern.compile("(?:not\\b|" + FIELD + ").*", Pattern.DOTALL);

    /** The number of characters around the place to examine. */
    private static final int NEAR = 300;

    private final String text;
    private final String before;
    private final String after;
    private final String message;
    private final TextOrigin origin;

    private SyntaxHints(String text, ParseResult.Failed failed, TextOrigin origin) {
        int offset = failed.offset();
        int at = Math.min(offset, text.length());
        this.text = text;
        this.before = text.substring(Math.max(0, at - NEAR), at).stripTrailing();
        this.after = text.substring(at, Math.min(text.length(), at + NEAR)).stripLeading();
        this.message = failed.message();
        this.origin = origin;
    }

    /**
     * The hint, if there is one.
     *
     * @param text the condition, with its lists and exceptions worked in
     * @param failed the error of the parser
     * @param origin the origin of the place
     */
    static Optional<String> of(String text, ParseResult.Failed failed, TextOrigin origin) {
        SyntaxHints hints = new SyntaxHints(text, failed, origin);
        return hints.quotes()
                .or(hints::operator)
                .or(hints::way)
                .or(hints::field)
                .or(hints::comment)
                .or(hints::joined);
    }

    private Optional<String> quotes() {
        return text.chars().anyMatch(c -> CURLY_QUOTES.indexOf(c) >= 0)
                ? Optional.of("write straight quotes: \" or '")
                : Optional.empty();
    }

    private Optional<String> operator() {
        if (after.startsWith("&&") || after.startsWith("||")) {
            return Optional.of("write \"" + (after.startsWith("&&") ? "and" : "or") + "\"");
        }
        Matcher exists = EXISTS_FIRST.matcher(before);
        Matcher first = FIRST_FIELD.matcher(after);
        if (exists.find() && first.lookingAt()) {
            return Optional.of(
                    "write " + Quotes.around((exists.group(1) == null ? "" : "not ") + first.group() + " exists"));
        }
        Matcher field = BEFORE.matcher(before);
        boolean isChecked = field.find();
        if (isChecked && field.group(2) == null) {
            Optional<String> check = check(field.group(1));
            if (check.isPresent()) {
                return check.map(text -> "write " + Quotes.around(text));
            }
        }
        Matcher upper = UPPER.matcher(after);
        if (upper.matches()) {
            return Optional.of(
                    "operators are in lower case: \"" + upper.group(1).toLowerCase(Locale.ROOT) + "\"");
        }
        if (!isChecked) {
            return Optional.empty();
        }
        String name = field.group(1);
        Optional<String> operator = Optional.ofNullable(field.group(2));
        boolean takesOne = operator.filter(
                        word -> !word.equals("in") && !word.equals("intersects") && !word.equals("pmatch"))
                .isPresent();
        if (takesOne && after.startsWith("(")) {
            boolean compares = operator.get().endsWith("=");
            return Optional.of("\"" + operator.get() + "\" accepts one value; for several, write "
                    + Quotes.around((operator.get().equals("!=") ? "not " : "") + name + " "
                            + (compares ? "in (...)" : operator.get() + " anyof (...)")));
        }
        return after.startsWith("[") && operator.isPresent()
                ? Optional.of("write a list in parentheses: (...)")
                : Optional.empty();
    }

    /** The check of a field whose negation or operator is written as in other languages. */
    private Optional<String> check(String name) {
        Matcher negated = NEGATED.matcher(after);
        if (negated.matches()) {
            String operator = negated.group(1).toLowerCase(Locale.ROOT);
            return Optional.of(
                    "not " + name + " " + operator + (operator.equals("exists") ? "" : value(negated.group(2))));
        }
        Matcher foreign = FOREIGN.matcher(after);
        if (!foreign.matches()) {
            return Optional.empty();
        }
        String value = value(Optional.ofNullable(foreign.group(2)).orElse(""));
        return Optional.of(
                switch (foreign.group(1).toLowerCase(Locale.ROOT).replaceAll("\\s+", " ")) {
                    case "is", "equals" -> name + " =" + value;
                    case "like" -> name + " glob" + value;
                    case "matches" -> name + " regex" + value;
                    case "does not contain" -> "not " + name + " contains" + value;
                    default -> name + " !=" + value;
                });
    }

    /** The value at the beginning of a text, with a blank before it. */
    private static String value(String text) {
        Matcher value = VALUE.matcher(text);
        return value.lookingAt() ? " " + value.group() : "";
    }

    /** The hint for the list, exception or append that brought the place in. */
    private Optional<String> way() {
        if (origin.way().isEmpty()) {
            return Optional.empty();
        }
        Via step = origin.way().getLast();
        return switch (step.kind()) {
            case LIST ->
                Optional.of("Falco puts the items of list \"" + step.name() + "\" in place of its name: write \"in ("
                        + step.name()
                        + ")\", and add quotes to items that contain blanks, commas, equal signs or"
                        + " parentheses");
            case EXCEPTION ->
                Optional.of(
                        "Falco puts the values of an exception into the condition unchanged: write several as a list,"
                                + " [a, b], and one that contains blanks, commas, equal signs or parentheses with its own"
                                + " quotes, '\"a b\"'");
            case APPEND ->
                before.isEmpty() || after.startsWith("and ") || after.startsWith("or ")
                        ? Optional.empty()
                        : Optional.of("start the appended text with \"and\" or \"or\"");
            case MACRO -> Optional.empty();
        };
    }

    private Optional<String> field() {
        return before.endsWith(".") || after.startsWith(". ")
                ? Optional.of("the name of a field cannot contain a blank")
                : Optional.empty();
    }

    private Optional<String> comment() {
        return text.indexOf('#') >= 0
                ? Optional.of("conditions have no comments: text after # is part of the condition")
                : Optional.empty();
    }

    private Optional<String> joined() {
        return message.startsWith("unexpected token after")
                        && CHECK.matcher(after).matches()
                ? Optional.of("join the two checks with \"and\" or \"or\"")
                : Optional.empty();
    }
}
