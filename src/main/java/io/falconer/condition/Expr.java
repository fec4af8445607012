package io.falconer.condition;

import io.falconer.text.Span;
import java.util.List;
import java.util.Optional;

/**
 * A condition as Falco's grammar reads it (docs/falco.md, section 2.1). The parser's spans are offsets in the text that it
 * read. {@link #shifted} moves them into a space that contains other texts too ({@link io.falconer.text.SourceMap}), and
 * {@link #withoutSpans()} makes two expressions comparable by their meaning.
 */
public sealed interface Expr {
    /** The place of the expression in the parsed text; an {@link And} or {@link Or} with its own parentheses. */
    Span span();

    /** The same expression with every span {@link Span#NONE}. */
    default Expr withoutSpans() {
        return Spans.erase(this);
    }

    /** Whether another expression is the same {@linkplain #withoutSpans without spans}. */
    default boolean isSameApartFromPlaces(Expr other) {
        return SameExpressions.same(this, other);
    }

    /** The same expression with every span moved by {@code offset}. */
    default Expr shifted(int offset) {
        return offset == 0 ? this : Spans.shift(this, offset);
    }

    /** All operands hold. There are at least two, and none is an {@code And} unless it was in parentheses. */
    record And(List<Expr> operands, Span span) implements Expr {
        public And {
            operands = List.copyOf(operands);
        }
    }

    /** One operand holds. There are at least two. */
    record Or(List<Expr> operands, Span span) implements Expr {
        public Or {
            operands = List.copyOf(operands);
        }
    }

    /** The operand does not hold. */
    record Not(Expr operand, Span span) implements Expr {}

    /** A macro's name, to be replaced by its tree as if it were in parentheses. */
    record MacroRef(String name, Span span) implements Expr {}

    /** {@code left exists}. */
    record Exists(Operand left, Span span) implements Expr {}

    /** {@code left operator [modifier] right}. */
    record Comparison(Operand left, Operator operator, Optional<Modifier> modifier, Right right, Span span)
            implements Expr {
        /** A constant in place of a list, which the grammar does not accept bare there, is a list with one item. */
        public Comparison {
            if ((operator.takesList() || modifier.isPresent())
                    && right instanceof Right.Text text
                    && (!Characters.isIdentifier(text.value())
                            || (modifier.isPresent() && Characters.isKeyword(text.value(), 0)))) {
                right = new Right.TextList(List.of(text), text.span());
            }
        }
    }
}
