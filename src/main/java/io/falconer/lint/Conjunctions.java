package io.falconer.lint;

import io.falconer.condition.Expr;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The conjunctions around a part of a condition, which limit the kinds of events for it.
 *
 * @param kinds the comparisons of the innermost conjunction with the event's type or verb
 * @param outer the conjunctions around the innermost one
 */
record Conjunctions(List<SignedComparison> kinds, Optional<Conjunctions> outer) {
    private static final Set<String> KINDS = Set.of("evt.type", "ka.verb");

    /** No conjunction. */
    static final Conjunctions NONE = new Conjunctions(List.of(), Optional.empty());

    /** These conjunctions and another, innermost one. */
    Conjunctions with(Expr.And and) {
        List<SignedComparison> kinds = flattened(and)
                .flatMap(operand -> operand instanceof Expr.Comparison comparison
                        ? Stream.of(new SignedComparison(comparison))
                        : Stream.empty())
                .filter(clause -> KINDS.contains(clause.fieldName()) && clause.isEquality())
                .toList();
        return kinds.isEmpty() ? this : new Conjunctions(kinds, Optional.of(this));
    }

    private static Stream<Expr> flattened(Expr expr) {
        return expr instanceof Expr.And and
                ? and.operands().stream().flatMap(Conjunctions::flattened)
                : Stream.of(expr);
    }

    /** The values that they require of {@code evt.type} or {@code ka.verb}, each with {@code =} or {@code in}. */
    List<SignedComparison> about(String field) {
        Stream<SignedComparison> own = kinds.stream().filter(clause -> clause.isAbout(field));
        return Stream.concat(own, outer.stream().flatMap(around -> around.about(field).stream()))
                .toList();
    }
}
