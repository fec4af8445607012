package io.falconer.explain;

import io.falconer.event.Value;
import io.falconer.text.Location;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A part of a condition as its author sees it, and whether it holds for one event: and, or and not as they were written, macros
 * and exceptions by their names, one check for each comparison.
 */
public sealed interface Part {
    /** Whether the part holds. An exception holds if it does not silence the rule. */
    boolean holds();

    /** The part on one line, as its author wrote it. */
    String text();

    /** Where its author wrote it; for a macro or exception, where it is named. */
    Location place();

    /** The parts that it consists of; none for a check. */
    List<Part> parts();

    /**
     * Parts joined by {@code and} or {@code or}.
     *
     * @param all whether all must hold ({@code and})
     */
    record Junction(boolean all, boolean holds, String text, Location place, List<Part> parts) implements Part {
        public Junction {
            parts = List.copyOf(parts);
        }

        /** The word between the parts. */
        public String word() {
            return all ? "and" : "or";
        }
    }

    /** {@code not} before a part. */
    record Negation(String text, Location place, Part inner) implements Part {
        @Override
        public boolean holds() {
            return !inner.holds();
        }

        @Override
        public List<Part> parts() {
            return List.of(inner);
        }
    }

    /** A macro, by its name. */
    record Macro(String text, Location place, Part inner) implements Part {
        @Override
        public boolean holds() {
            return inner.holds();
        }

        @Override
        public List<Part> parts() {
            return List.of(inner);
        }
    }

    /** An exception of the rule, with all its values. */
    record Excepted(String name, Location place, List<Tuple> values) implements Part {
        public Excepted {
            values = List.copyOf(values);
        }

        @Override
        public boolean holds() {
            return values.stream().noneMatch(Tuple::holds);
        }

        @Override
        public String text() {
            return "exception \"" + name + "\"";
        }

        @Override
        public List<Part> parts() {
            return List.copyOf(values);
        }
    }

    /**
     * One value of an exception: a tuple with one comparison for each field, or all values of an exception with a single field.
     *
     * @param exception the name of the exception
     * @param number which value it is, from 1; of an exception with a single field, which one matches or nearly matches; empty
     *     if none does
     * @param place where the value is
     * @param reason the comment at the value, which in generated rules contains reason and owner
     */
    record Tuple(String exception, OptionalInt number, Location place, Optional<String> reason, Part inner)
            implements Part {
        @Override
        public boolean holds() {
            return inner.holds();
        }

        @Override
        public String text() {
            return "exception \"" + exception + "\"" + (number.isPresent() ? ", value " + number.getAsInt() : "");
        }

        @Override
        public List<Part> parts() {
            return List.of(inner);
        }
    }

    /**
     * A check, which reads the event.
     *
     * @param canonical the check with its lists pasted; two checks with the same text are the same check
     * @param seen what it read, from left to right
     * @param absence why it read no value; empty if it read one
     * @param item the constant that matches what it read, or that resembles it
     */
    record Check(
            String text,
            String canonical,
            boolean holds,
            Location place,
            List<Seen> seen,
            Optional<String> absence,
            Optional<Item> item)
            implements Part {
        public Check {
            seen = List.copyOf(seen);
        }

        @Override
        public List<Part> parts() {
            return List.of();
        }
    }

    /** What the operand of a check held. */
    record Seen(String operand, Value value) {}

    /**
     * A constant of a check.
     *
     * @param matches whether it equals what the check read; otherwise it resembles it
     * @param number its place among the constants, from 1
     */
    record Item(String text, boolean matches, int number, Location place) {}
}
