package io.falconer.condition;

import io.falconer.text.Span;
import java.util.List;
import java.util.Optional;

/** What a check reads from the event: a field, or a transformer over such (section 2.3). */
public sealed interface Operand extends Right, TransformerArgument {
    @Override
    Span span();

    /** The same operand with every span {@code offset} further on. */
    default Operand shifted(int offset) {
        return offset == 0 ? this : Spans.shift(this, offset);
    }

    /** {@code name[argument]}; an argument that is there but empty differs from none. */
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
