package io.falconer.condition;

import io.falconer.text.Span;
import java.util.List;

/** An argument of a transformer: a field or call, a constant, or a list of both. */
public sealed interface TransformerArgument permits Operand, Right.Text, TransformerArgument.ArgumentList {
    Span span();

    /** {@code (a.b, "c", 3)}: the elements are operands and constants. */
    record ArgumentList(List<TransformerArgument> items, Span span) implements TransformerArgument {
        public ArgumentList {
            items = List.copyOf(items);
        }
    }
}
