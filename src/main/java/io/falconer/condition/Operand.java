package io.falconer.condition;

import io.falconer.text.Span;
import java.util.List;
import java.util.Optional;

/** What a check reads from the event: a field, or a transformer applied to fields (section 2.3). */
public sealed interface Operand extends Right, TransformerArgument {
    @Override
    Span span();

    /** The same operand with every span {@link Span#NONE}. */
    default Operand withoutSpans() {
        return Spans.erase(this);
    }

    /** The same operand with every span moved by {@code offset}. */
    default Operand shifted(int offset) {
        return offset == 0 ? this : Spans.shift(this, offset);
    }

    /** {@code name[argument]}. An empty argument differs from no argument. */
    record FieldRef(String name, Optional<String> argument, Span span) implements Operand {}

    /** {@code transformer(arguments)[argument]}. */
    record Transformed(
            Transformer transformer, List<TransformerArgument> arguments, Optional<String> argument, Span span)
            implements Operand {
        public Transformed {
            arguments = List.copyOf(arguments);
        }
    }
}
