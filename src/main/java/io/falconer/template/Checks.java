package io.falconer.template;

import io.falconer.condition.ConditionParser;
import io.falconer.condition.Expr;
import io.falconer.condition.Operand;
import io.falconer.condition.OperandResult;
import io.falconer.condition.Operator;
import io.falconer.condition.Right;
import io.falconer.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes single checks whose constants are data. Nothing in them is ever parsed as syntax, a list or a field. */
public final class Checks {
    private Checks() {}

    /** The field {@code name[argument]}. */
    public static Operand field(String name, String argument) {
        return new Operand.FieldRef(name, Optional.of(argument), Span.NONE);
    }

    /** The field {@code name}. */
    public static Operand field(String name) {
        return new Operand.FieldRef(name, Optional.empty(), Span.NONE);
    }

    /** {@code left exists}. */
    public static Expr exists(Operand left) {
        return new Expr.Exists(left, Span.NONE);
    }

    /** {@code left operator constant}, for operators that take one constant. */
    public static Expr compare(Operand left, Operator operator, String constant) {
        return new Expr.Comparison(left, operator, Optional.empty(), new Right.Text(constant, Span.NONE), Span.NONE);
    }

    /** {@code left in (items)}. */
    public static Expr in(Operand left, List<String> items) {
        List<Right.Text> texts =
                items.stream().map(item -> new Right.Text(item, Span.NONE)).toList();
        return new Expr.Comparison(
                left, Operator.IN, Optional.empty(), new Right.TextList(texts, Span.NONE), Span.NONE);
    }

    /**
     * {@code left} is the text. If Falco could parse the text as something other than a constant, a glob expresses the same.
     */
    public static Expr isText(Operand left, String text) {
        return isPlain(text) ? compare(left, Operator.EQ, text) : compare(left, Operator.GLOB, globOf(text));
    }

    /** {@code left} is one of the texts. */
    public static Term isAnyText(Operand left, List<String> texts) {
        List<String> plain = texts.stream().filter(Checks::isPlain).toList();
        List<Term> terms = new ArrayList<>();
        if (!plain.isEmpty()) {
            terms.add(new Term.Of(in(left, plain)));
        }
        texts.stream().filter(text -> !isPlain(text)).forEach(text -> terms.add(new Term.Of(isText(left, text))));
        return Term.or(terms);
    }

    /** {@code left} matches one of the globs of names. */
    public static Term matchesGlob(Operand left, List<String> globs) {
        if (globs.contains("*")) {
            return Term.Constant.TRUE;
        }
        List<String> names = globs.stream().filter(Checks::isName).toList();
        List<Term> terms = new ArrayList<>();
        if (!names.isEmpty()) {
            terms.add(new Term.Of(in(left, names)));
        }
        globs.stream()
                .filter(glob -> !isName(glob))
                .forEach(glob -> terms.add(new Term.Of(compare(left, Operator.GLOB, glob))));
        return Term.or(terms);
    }

    /**
     * A glob that matches only {@code text}. The characters at which Falco pastes lists into conditions (docs/falco.md, section
     * 1.6) are in brackets. So is the first dot of a text that would be a field's name.
     */
    public static String globOf(String text) {
        StringBuilder glob = new StringBuilder();
        boolean dot = looksLikeField(text);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                glob.append("[\\\\]");
            } else if ("*?[ (),=".indexOf(c) >= 0 || (dot && c == '.')) {
                glob.append('[').append(c).append(']');
                dot = dot && c != '.';
            } else {
                glob.append(c);
            }
        }
        return glob.toString();
    }

    private static boolean isPlain(String text) {
        return text.chars().noneMatch(c -> " (),=\\<".indexOf(c) >= 0) && !looksLikeField(text);
    }

    private static boolean looksLikeField(String text) {
        String bare = text.replace(" ", "");
        return ConditionParser.parseOperand(bare, 0) instanceof OperandResult.Parsed parsed
                && parsed.operand().span().end() == bare.length();
    }

    private static boolean isName(String glob) {
        return glob.chars().noneMatch(c -> c == '*' || c == '?' || c == '[');
    }
}
