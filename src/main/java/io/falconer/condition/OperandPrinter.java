package io.falconer.condition;

import io.falconer.condition.Expr.Comparison;
import io.falconer.condition.Operand.FieldRef;
import io.falconer.condition.Operand.Transformed;
import java.util.List;
import java.util.Optional;

/** Writes operands and constants. */
final class OperandPrinter {
    private final StringBuilder out;
    private final boolean quoteAll;

    OperandPrinter(StringBuilder out, boolean quoteAll) {
        this.out = out;
        this.quoteAll = quoteAll;
    }

    void operand(Operand operand) {
        switch (operand) {
            case FieldRef field -> {
                GrammarCheck.require(Characters.isFieldName(field.name()), "the name of a field", field.name());
                out.append(field.name());
                argument(field.argument());
            }
            case Transformed call -> {
                GrammarCheck.require(!call.arguments().isEmpty(), "an argument", call);
                out.append(call.transformer().opening());
                arguments(call.arguments());
                out.append(')');
                argument(call.argument());
            }
        }
    }

    void list(Right.TextList list) {
        out.append('(');
        String separator = "";
        for (Right.Text item : list.items()) {
            out.append(separator);
            value(item.value());
            separator = ", ";
        }
        out.append(')');
    }

    void constant(String value, Comparison comparison) {
        switch (comparison.operator()) {
            case LT, LE, GT, GE -> {
                GrammarCheck.require(
                        !value.isEmpty() && Characters.numberEnd(value, 0) == value.length(), "a number", value);
                out.append(value);
            }
            case IN, INTERSECTS, PMATCH -> listItem(value);
            case EQ, NE, CONTAINS, ICONTAINS, BCONTAINS, STARTSWITH, BSTARTSWITH, ENDSWITH, GLOB, IGLOB, REGEX -> {
                if (comparison.modifier().isPresent()) {
                    listItem(value);
                } else {
                    value(value);
                }
            }
        }
    }

    /** A single value in place of a list: bare if the grammar accepts it, otherwise a list with one item. */
    private void listItem(String value) {
        if (!quoteAll && Characters.isIdentifier(value)) {
            out.append(value);
        } else {
            out.append('(');
            value(value);
            out.append(')');
        }
    }

    private void value(String value) {
        if (quoteAll) {
            Quoting.quoted(value, out);
        } else {
            Quoting.value(value, out);
        }
    }

    private void arguments(List<TransformerArgument> arguments) {
        String separator = "";
        for (TransformerArgument argument : arguments) {
            out.append(separator);
            switch (argument) {
                case Right.Text text -> Quoting.quoted(text.value(), out);
                case TransformerArgument.ArgumentList list -> {
                    GrammarCheck.require(
                            list.items().stream().noneMatch(TransformerArgument.ArgumentList.class::isInstance),
                            "a list without lists in it",
                            list);
                    out.append('(');
                    arguments(list.items());
                    out.append(')');
                }
                case Operand operand -> operand(operand);
            }
            separator = ", ";
        }
    }

    private void argument(Optional<String> argument) {
        argument.ifPresent(value -> {
            out.append('[');
            Quoting.argument(value, out);
            out.append(']');
        });
    }
}
