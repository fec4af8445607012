package io.falconer.lint;

import io.falconer.condition.Expr;
import io.falconer.ruleset.Rule;
import io.falconer.text.Location;
import io.falconer.text.Quotes;
import io.falconer.text.Span;
import io.falconer.text.Via;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds {@code a and b or c}: {@code and} binds more tightly, and nothing shows that the author knew this. The content of a
 * macro counts as in parentheses (section 1.6).
 */
final class MixedOperators {
    private static final int LONGEST = 40;
    private static final int MOST_SHOWN = 6;

    private final Rule rule;
    private final List<RuleFinding> found = new ArrayList<>();

    private MixedOperators(Rule rule) {
        this.rule = rule;
    }

    static List<RuleFinding> of(Rule rule) {
        MixedOperators mixed = new MixedOperators(rule);
        mixed.search(rule.condition());
        return mixed.found;
    }

    private void search(Expr expr) {
        switch (expr) {
            case Expr.And and -> and.operands().forEach(this::search);
            case Expr.Or or -> {
                if (found.size() < Findings.MOST) {
                    or.operands().stream()
                            .filter(operand -> operand instanceof Expr.And and && isBare(and, or))
                            .findFirst()
                            .filter(and -> !isLaidOut(or))
                            .ifPresent(and -> report(or, and));
                }
                or.operands().forEach(this::search);
            }
            case Expr.Not not -> search(not.operand());
            case Expr.Exists exists -> {}
            case Expr.Comparison comparison -> {}
            case Expr.MacroRef macro -> {}
        }
    }

    /**
     * Whether a conjunction is in the text of a disjunction without its own parentheses. With parentheses, its span starts
     * before that of its first operand.
     */
    private boolean isBare(Expr.And and, Expr.Or or) {
        Span inner = and.span();
        boolean sameText =
                or.span().start() <= inner.start() && inner.end() <= or.span().end();
        boolean opens = sameText
                && rule.sources()
                        .text(new Span(inner.start(), inner.start() + 1))
                        .equals("(");
        return sameText && (!opens || and.operands().getFirst().span().start() == inner.start());
    }

    /** Whether each alternative has its own line. Then the lines show what belongs together. */
    private boolean isLaidOut(Expr.Or or) {
        int last = 0;
        for (Expr operand : or.operands()) {
            Location place = reference(operand, or).map(Via::location).orElseGet(() -> rule.origin(operand.span())
                    .location());
            int line = place.start().line();
            boolean isBroken = operand instanceof Expr.And && place.end().line() > line;
            if (line <= last || isBroken) {
                return false;
            }
            last = place.end().line();
        }
        return true;
    }

    private void report(Expr.Or or, Expr and) {
        found.add(RuleFinding.warning(
                        rule,
                        appended(or).orElse(and).span(),
                        "mixed-and-or",
                        "\"and\" binds more tightly than \"or\", so Falco reads " + Quotes.around(asRead(or)))
                .withHint("write these parentheses if you mean this, otherwise " + Quotes.around(otherwise(or))));
    }

    /** The first part that is appended to the first one. Its author may not know what precedes it. */
    private Optional<Expr> appended(Expr.Or or) {
        List<Expr> parts = or.operands().stream()
                .flatMap(operand -> operand instanceof Expr.And and && isBare(and, or)
                        ? and.operands().stream()
                        : Stream.of(operand))
                .toList();
        long before = appends(parts.getFirst());
        return parts.stream().filter(part -> appends(part) > before).findFirst();
    }

    private long appends(Expr part) {
        return rule.origin(part.span()).way().stream()
                .filter(step -> step.kind() == Via.Kind.APPEND)
                .count();
    }

    private String asRead(Expr.Or or) {
        return shortened(or.operands()).stream()
                .map(operand -> operand instanceof Expr.And and && isBare(and, or)
                        ? shortened(and.operands()).stream()
                                .map(each -> text(each, or))
                                .collect(joining(" and "))
                        : text(operand, or))
                .collect(Collectors.joining(" or "));
    }

    /** The first few operands are enough. */
    private static List<Expr> shortened(List<Expr> operands) {
        return operands.subList(0, Math.min(operands.size(), MOST_SHOWN));
    }

    /** The reading if {@code or} bound more tightly. */
    private String otherwise(Expr.Or or) {
        List<List<String>> groups = new ArrayList<>();
        for (Expr operand : shortened(or.operands())) {
            List<Expr> parts =
                    operand instanceof Expr.And and && isBare(and, or) ? shortened(and.operands()) : List.of(operand);
            for (int i = 0; i < parts.size(); i++) {
                if (i > 0 || groups.isEmpty()) {
                    groups.add(new ArrayList<>());
                }
                groups.getLast().add(text(parts.get(i), or));
            }
        }
        return groups.stream()
                .map(group ->
                        group.size() == 1 ? group.getFirst() : group.stream().collect(joining(" or ")))
                .collect(Collectors.joining(" and "));
    }

    private static Collector<CharSequence, ?, String> joining(String word) {
        return Collectors.joining(word, "(", ")");
    }

    /** The macro that brings in a part of a disjunction. */
    private Optional<Via> reference(Expr part, Expr.Or or) {
        boolean here = or.span().start() <= part.span().start()
                && part.span().end() <= or.span().end();
        int outer = rule.origin(or.span()).way().size();
        return here
                ? Optional.empty()
                : rule.origin(part.span()).way().stream().skip(outer).findFirst();
    }

    /** A part of a disjunction as written, shortened if it is long. */
    private String text(Expr part, Expr.Or or) {
        String text = reference(part, or).map(Via::name).orElseGet(() -> rule.sources()
                .text(part.span())
                .replaceAll("\\s+", " ")
                .replace("( ", "(")
                .replace(" )", ")"));
        return text.length() > LONGEST ? text.substring(0, LONGEST - 3) + "..." : text;
    }
}
