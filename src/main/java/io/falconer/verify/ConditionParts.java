package io.falconer.verify;

import io.falconer.condition.Expr;
import io.falconer.condition.Right;
import io.falconer.ruleset.Rule;
import io.falconer.text.Location;
import io.falconer.text.Span;
import io.falconer.text.TextOrigin;
import io.falconer.text.Via;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The parts of a rule's condition as its author sees them: macros by their names, exceptions apart. */
public record ConditionParts(Rule rule) {
    /** The condition without the exceptions. */
    public Expr plain() {
        return exceptions().isEmpty()
                ? rule.condition()
                : ((Expr.And) rule.condition()).operands().getFirst();
    }

    /** The alternatives of each exception with values: what it silences. */
    public List<Expr> exceptions() {
        return rule.condition() instanceof Expr.And and
                ? and.operands().stream().flatMap(this::exception).toList()
                : List.of();
    }

    private Stream<Expr> exception(Expr operand) {
        return operand instanceof Expr.Not(Expr inner, var span)
                        && way(inner).stream().anyMatch(step -> step.kind() == Via.Kind.EXCEPTION)
                        && way(operand).isEmpty()
                ? Stream.of(inner)
                : Stream.empty();
    }

    /** The name of the exception that a value is of, or the alternatives are. */
    public String exceptionName(Expr value) {
        return way(value).stream()
                .filter(step -> step.kind() == Via.Kind.EXCEPTION)
                .map(Via::name)
                .findFirst()
                .orElseThrow();
    }

    List<Via> way(Expr part) {
        return rule.origin(part.span()).way();
    }

    /** The use of a macro that a part is, as far as its parent does not belong to it, too. */
    Optional<Via> macro(Expr part, Expr parent) {
        List<Via> outer = way(parent);
        return way(part).stream()
                .skip(outer.size())
                .filter(step -> step.kind() == Via.Kind.MACRO)
                .findFirst();
    }

    /** Where the author sees the part: the name of the macro that it is, or its own text. */
    TextOrigin place(Expr part, Expr parent) {
        TextOrigin origin = rule.origin(part.span());
        return macro(part, parent)
                .map(use -> new TextOrigin(
                        use.location(), origin.way().subList(0, origin.way().indexOf(use))))
                .orElse(origin);
    }

    /**
     * Where the author sees some clauses of the condition: from the first to the last one if they are in the same text, otherwise
     * the last one, because what it is added to may be right.
     *
     * @param clauses at least one, in their order
     */
    TextOrigin place(List<Expr> clauses) {
        TextOrigin first = place(clauses.getFirst(), rule.condition());
        TextOrigin last = place(clauses.getLast(), rule.condition());
        boolean isOneText = first.way().equals(last.way())
                && first.location().source().equals(last.location().source())
                && first.location().span().start() <= last.location().span().start();
        return isOneText
                ? new TextOrigin(
                        new Location(
                                last.location().source(),
                                new Span(
                                        first.location().span().start(),
                                        last.location().span().end())),
                        last.way())
                : last;
    }

    /** Where the values of an exception stand, from the first to the last one. */
    public TextOrigin valuesPlace(Expr value) {
        List<TextOrigin> places = leaves(value)
                .flatMap(leaf ->
                        leaf instanceof Expr.Comparison comparison ? constants(comparison.right()) : Stream.empty())
                .map(constant -> rule.origin(constant.span()))
                .toList();
        if (places.isEmpty()) {
            return rule.origin(value.span());
        }
        Location first = places.getFirst().location();
        Location last = places.getLast().location();
        boolean isRow = first.source().equals(last.source())
                && first.start().line() == last.start().line()
                && first.span().start() <= last.span().start();
        Location all = isRow
                ? new Location(
                        first.source(),
                        new Span(first.span().start(), last.span().end()))
                : first;
        return new TextOrigin(all, places.getFirst().way());
    }

    /** The constants that exceptions name; what stands around them is not in any file. */
    private static Stream<? extends Right> constants(Right right) {
        return right instanceof Right.TextList list ? list.items().stream() : Stream.of(right);
    }

    /** Whether a part is a macro that users override, which Falco's rules name so, or the negation of one. */
    boolean isForUsers(Expr part, Expr parent) {
        Expr inner = part instanceof Expr.Not not ? not.operand() : part;
        return macro(inner, parent)
                .filter(use -> use.name().startsWith("user_"))
                .isPresent();
    }

    /** Whether lists or macros, which users may override, decide on a part. */
    boolean isOpen(Expr part, Expr parent) {
        return macro(part, parent).isPresent() || leaves(part).anyMatch(leaf -> isOpenLeaf(leaf, part));
    }

    private boolean isOpenLeaf(Expr leaf, Expr part) {
        return macro(leaf, part).isPresent()
                || (leaf instanceof Expr.Comparison comparison
                        && comparison.right() instanceof Right.TextList list
                        && (list.items().isEmpty() || list.items().stream().anyMatch(this::isListed)));
    }

    /** Whether an item of a comparison comes from a list with a name. */
    boolean isListed(Right.Text item) {
        return rule.origin(item.span()).way().stream().anyMatch(step -> step.kind() == Via.Kind.LIST);
    }

    private static Stream<Expr> leaves(Expr expr) {
        return switch (expr) {
            case Expr.And and -> and.operands().stream().flatMap(ConditionParts::leaves);
            case Expr.Or or -> or.operands().stream().flatMap(ConditionParts::leaves);
            case Expr.Not not -> leaves(not.operand());
            case Expr.Exists leaf -> Stream.of(leaf);
            case Expr.Comparison leaf -> Stream.of(leaf);
            case Expr.MacroRef leaf -> Stream.of(leaf);
        };
    }
}
