package io.falconer.model;

import io.falconer.condition.Operand;
import io.falconer.field.EventSource;
import io.falconer.field.FieldCatalogue;
import io.falconer.field.FieldType;
import io.falconer.text.Span;
import java.util.Optional;

/**
 * A place in the document of an audit event, by its JSON pointer (RFC 6901): {@code /requestObject/spec/containers/0/image}. A
 * number is an index. The document of a system call is flat: its places are fields by their names, {@code proc.name}.
 */
public record Leaf(String pointer) implements Comparable<Leaf> {
    /** The document. */
    public static final Leaf ROOT = new Leaf("");

    /** The place under a key. */
    public Leaf at(String... keys) {
        StringBuilder path = new StringBuilder(pointer);
        for (String key : keys) {
            path.append('/').append(key.replace("~", "~0").replace("/", "~1"));
        }
        return new Leaf(path.toString());
    }

    /** The element of a list. */
    public Leaf at(int index) {
        return new Leaf(pointer + "/" + index);
    }

    /** The place that contains this one; empty for the document. */
    public Optional<Leaf> parent() {
        int slash = pointer.lastIndexOf('/');
        return slash < 0 ? Optional.empty() : Optional.of(new Leaf(pointer.substring(0, slash)));
    }

    /** Whether it is in what {@code outer} contains. */
    public boolean isInside(Leaf outer) {
        return pointer.startsWith(outer.pointer + "/");
    }

    /** The last step, as it is written. */
    public String last() {
        return pointer.substring(pointer.lastIndexOf('/') + 1);
    }

    /** The index in its list, if it is an element of one. */
    public Optional<Integer> index() {
        String last = last();
        boolean number = !last.isEmpty() && last.length() < 6 && last.chars().allMatch(c -> c >= '0' && c <= '9');
        return number && (last.equals("0") || last.charAt(0) != '0')
                ? Optional.of(Integer.parseInt(last))
                : Optional.empty();
    }

    /** A field of system calls, one that shows a single value. */
    public static Leaf ofField(String name) {
        return new Leaf(name);
    }

    /** The field of system calls that checks look at; empty if it is none that has a single value under its name. */
    static Optional<Leaf> ofField(Subject subject) {
        return subject.operand() instanceof Operand.FieldRef field
                        && field.argument().isEmpty()
                        && FieldCatalogue.of(EventSource.SYSCALL)
                                .find(field.name())
                                .filter(known -> !known.list())
                                .isPresent()
                ? Optional.of(new Leaf(field.name()))
                        .filter(leaf -> leaf.subject().equals(subject))
                : Optional.empty();
    }

    private boolean isField() {
        return !pointer.isEmpty() && pointer.charAt(0) != '/';
    }

    /** What the values of a field of system calls are. */
    FieldType fieldType() {
        return FieldCatalogue.of(EventSource.SYSCALL)
                .find(pointer)
                .orElseThrow()
                .type();
    }

    /** What checks on this place look at. */
    public Subject subject() {
        if (isField()) {
            return new Subject(
                    new Operand.FieldRef(pointer, Optional.empty(), Span.NONE),
                    fieldType(),
                    pointer.equals("evt.type"));
        }
        return new Subject(
                new Operand.FieldRef("jevt.value", Optional.of(pointer), Span.NONE), FieldType.CHARBUF, false);
    }

    /** The place that a subject of {@link #subject()} names. */
    public static Optional<Leaf> of(Subject subject) {
        return subject.operand() instanceof Operand.FieldRef field
                        && field.name().equals("jevt.value")
                        && field.argument().filter(Leaf::isPlain).isPresent()
                ? field.argument().map(Leaf::new)
                : Optional.empty();
    }

    /** Whether a pointer names a place in the one way in which leaves do; Falco reads others too (section 6.5). */
    static boolean isPlain(String pointer) {
        if (!pointer.startsWith("/") || pointer.endsWith("/")) {
            return false;
        }
        for (int slash = 0; slash >= 0; slash = pointer.indexOf('/', slash + 1)) {
            if ("/+-".indexOf(pointer.charAt(slash + 1)) >= 0) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int compareTo(Leaf other) {
        return pointer.compareTo(other.pointer);
    }

    @Override
    public String toString() {
        return pointer;
    }
}
