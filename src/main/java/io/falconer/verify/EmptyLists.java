package io.falconer.verify;

import io.falconer.condition.Expr;
import io.falconer.condition.Right;
import io.falconer.ruleset.Rule;
import io.falconer.text.Location;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the empty list that makes a clause false. */
final class EmptyLists {
    private static final Pattern NAME = Pattern.compile("\\(\\s*([^\\s(),]+)\\s*\\)\\s*$");

    private EmptyLists() {}

    /** What is empty in a clause that is never true, as a sentence without its end; nothing if no list in it is empty. */
    static Optional<String> in(Rule rule, Expr clause) {
        return empty(clause).findFirst().map(comparison -> {
            Location place = rule.origin(comparison.span()).location();
            String written = place.source()
                    .text()
                    .substring(place.span().start(), place.span().end());
            Matcher name = NAME.matcher(written);
            return name.find() ? "the list \"" + name.group(1) + "\" is empty" : "its list is empty";
        });
    }

    /** Comparisons with an empty list that make the clause false by themselves: those in it that are not negated. */
    private static Stream<Expr.Comparison> empty(Expr clause) {
        return switch (clause) {
            case Expr.And(List<Expr> operands, var span) -> operands.stream().flatMap(EmptyLists::empty);
            case Expr.Or(List<Expr> operands, var span) ->
                operands.stream().allMatch(each -> empty(each).findAny().isPresent())
                        ? operands.stream().flatMap(EmptyLists::empty)
                        : Stream.empty();
            case Expr.Comparison comparison ->
                comparison.right() instanceof Right.TextList list
                                && list.items().isEmpty()
                                && comparison.operator().takesList()
                        ? Stream.of(comparison)
                        : Stream.empty();
            case Expr.Not not -> Stream.empty();
            case Expr.Exists exists -> Stream.empty();
            case Expr.MacroRef macro -> Stream.empty();
        };
    }
}
