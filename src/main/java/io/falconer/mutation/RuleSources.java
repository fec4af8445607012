package io.falconer.mutation;

import io.falconer.condition.Expr;
import io.falconer.condition.Right;
import io.falconer.ruleset.Rule;
import io.falconer.text.SourceFile;
import io.falconer.text.Span;
import io.falconer.text.TextOrigin;
import io.falconer.text.Via;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;

/** The files that a rule is made of: its own, and those of the macros, lists, exceptions and appends in its condition. */
public final class RuleSources {
    private RuleSources() {}

    /** The files. */
    public static Set<SourceFile> of(Rule rule) {
        Set<SourceFile> files = new LinkedHashSet<>();
        files.add(rule.place().source());
        spans(rule.condition()).map(rule::origin).forEach(origin -> add(origin, files));
        return files;
    }

    private static void add(TextOrigin origin, Set<SourceFile> files) {
        files.add(origin.location().source());
        origin.way().stream().map(Via::location).forEach(place -> files.add(place.source()));
    }

    private static Stream<Span> spans(Expr expr) {
        return switch (expr) {
            case Expr.And and -> and.operands().stream().flatMap(RuleSources::spans);
            case Expr.Or or -> or.operands().stream().flatMap(RuleSources::spans);
            case Expr.Not not -> spans(not.operand());
            case Expr.Exists exists -> Stream.of(exists.span());
            case Expr.MacroRef macro -> Stream.of(macro.span());
            case Expr.Comparison comparison ->
                Stream.concat(
                        Stream.of(comparison.span()),
                        comparison.right() instanceof Right.TextList list
                                ? list.items().stream().map(Right.Text::span)
                                : Stream.of());
        };
    }
}
