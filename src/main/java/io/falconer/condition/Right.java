package io.falconer.condition;

import io.falconer.text.Span;
import java.util.List;

/** The right side of a comparison. An {@link Operand} here is {@code val(field)} or a transformer call. */
public sealed interface Right permits Right.Text, Right.TextList, Operand {
    Span span();

    /** One constant: quoted, bare, a number, or the identifier that {@code in} accepts; its text with escapes resolved. */
    record Text(String value, Span span) implements Right, TransformerArgument {}

    /** A list in parentheses, perhaps empty. */
    record TextList(List<Text> items, Span span) implements Right {
        public TextList {
            items = List.copyOf(items);
        }
    }
}
