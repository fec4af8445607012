package io.falconer.ruleset;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The parts that items add one after the other, perhaps a hundred thousand times. They are joined once, when they are needed,
 * because joining for each part would take quadratic time.
 */
final class Parts<T> {
    private final Optional<Parts<T>> before;
    private final T last;
    private final int size;

    private Parts(Optional<Parts<T>> before, T last, int size) {
        this.before = before;
        this.last = last;
        this.size = size;
    }

    static <T> Parts<T> of(T first) {
        return new Parts<>(Optional.empty(), first, 1);
    }

    /** These parts and another part. */
    Parts<T> and(T more) {
        return new Parts<>(Optional.of(this), more, size + 1);
    }

    /** The items of lists, one list after the other. */
    static <E> List<E> joined(Parts<List<E>> lists) {
        return lists.size == 1
                ? lists.last
                : lists.all().stream().flatMap(List::stream).toList();
    }

    /** All parts from the first to the last. */
    List<T> all() {
        if (size == 1) {
            return List.of(last);
        }
        List<T> parts = new ArrayList<>(size);
        for (Optional<Parts<T>> part = Optional.of(this); part.isPresent(); part = part.get().before) {
            parts.add(part.get().last);
        }
        return parts.reversed();
    }
}
