package io.falconer.engine;

import io.falconer.condition.Operand;
import io.falconer.condition.Right;
import io.falconer.condition.TransformerArgument;
import io.falconer.text.Span;

/** Makes operands comparable by what they mean. */
final class OperandKeys {
    private OperandKeys() {}

    static TransformerArgument of(TransformerArgument argument) {
        return switch (argument) {
            case Operand.FieldRef field -> new Operand.FieldRef(field.name(), field.argument(), Span.NONE);
            case Operand.Transformed call ->
                new Operand.Transformed(
                        call.transformer(),
                        call.arguments().stream().map(OperandKeys::of).toList(),
                        call.argument(),
                        Span.NONE);
            case Right.Text text -> new Right.Text(text.value(), Span.NONE);
            case TransformerArgument.ArgumentList list ->
                new TransformerArgument.ArgumentList(
                        list.items().stream().map(OperandKeys::of).toList(), Span.NONE);
        };
    }
}
