package io.falconer.language;

import io.falconer.field.CodePoints;
import io.falconer.field.Octets;
import io.falconer.field.RegexTree;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Decides whether several sets, or their complements, have a text in common, and finds one that people can read. It adds the
 * sets one by one, as long as the text found so far is not in one of them. So the product contains only the sets that matter,
 * and a few sets that contradict each other are separated from the rest.
 */
public final class Intersection {
    private final List<Part> parts;
    /** The indices of the parts in the order in which they are checked: small ones rule out the most at the lowest cost. */
    private final List<Integer> order;
    /** The number of states that may still be created. */
    private int left;

    /** A set that must contain the text, or must not. */
    public record Part(Automaton language, boolean inside) {
        public static Part in(Automaton language) {
            return new Part(language, true);
        }

        boolean accepts(String text) {
            return language.accepts(text) == inside;
        }
    }

    /** The result of the search. */
    public sealed interface Result {}

    /** A text that all parts have in common. */
    public record Found(String text) implements Result {}

    /**
     * No text is in all parts.
     *
     * @param core the indices, ascending, of parts that already have no text in common; without any one of them, the others
     *     have one, unless the limit prevented that check
     */
    public record Empty(List<Integer> core) implements Result {
        public Empty {
            core = List.copyOf(core);
        }
    }

    /** The limit was reached before either result was found. */
    public record Unknown() implements Result {}

    private Intersection(List<Part> parts, int limit) {
        this.parts = parts;
        this.left = limit;
        this.order = IntStream.range(0, parts.size())
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> !parts.get(i).inside())
                        .thenComparing(i -> parts.get(i).language().states()))
                .toList();
    }

    /**
     * A text that all {@code parts} have in common: the first of {@code preferred} that is in all of them; otherwise the text
     * that is easiest to read: short, of letters and digits, and valid UTF-8 if possible.
     *
     * @param limit the maximum number of states of products, which determines the time and memory of the search
     */
    public static Result find(List<Part> parts, List<String> preferred, int limit) {
        for (String text : preferred) {
            if (text.indexOf('\0') < 0 && parts.stream().allMatch(part -> part.accepts(text))) {
                return new Found(text);
            }
        }
        return new Intersection(parts, limit).find();
    }

    private Result find() {
        List<Integer> taken = new ArrayList<>();
        try {
            Optional<String> text = search(taken, List.of());
            if (text.isEmpty()) {
                return new Empty(withoutIdle(taken).stream().sorted().toList());
            }
            return new Found(isUtf8(text.get()) ? text.get() : asUtf8(taken).orElse(text.get()));
        } catch (TooLarge e) {
            return new Unknown();
        }
    }

    /** The parts of {@code taken} that are necessary: without any one of them, the others have a text in common. */
    private List<Integer> withoutIdle(List<Integer> taken) {
        List<Integer> core = new ArrayList<>(taken);
        for (Integer index : taken) {
            List<Integer> rest = new ArrayList<>(core);
            rest.remove(index);
            try {
                if (cheapest(rest, List.of()).isEmpty()) {
                    core = rest;
                }
            } catch (TooLarge e) {
                return core;
            }
        }
        return core;
    }

    /**
     * The most readable text that is in all parts and in {@code more}. Adds to {@code taken} the parts that affected the
     * result.
     */
    private Optional<String> search(List<Integer> taken, List<Part> more) throws TooLarge {
        while (true) {
            Optional<String> text = cheapest(taken, more);
            Optional<Integer> missed = text.flatMap(this::missed);
            if (missed.isEmpty()) {
                return text;
            }
            taken.add(missed.get());
        }
    }

    /** The most readable text that is in the parts with these indices and in {@code more}. */
    private Optional<String> cheapest(List<Integer> indices, List<Part> more) throws TooLarge {
        List<Part> product = new ArrayList<>(more);
        indices.forEach(index -> product.add(parts.get(index)));
        CheapestWord search = new CheapestWord(product, left);
        Optional<String> text = search.find().map(Octets::text);
        left -= search.states();
        return text;
    }

    private Optional<Integer> missed(String text) {
        return order.stream().filter(index -> !parts.get(index).accepts(text)).findFirst();
    }

    private static boolean isUtf8(String text) {
        return text.codePoints().noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    /** The most readable text that is valid UTF-8, if there is one within the limit. */
    private Optional<String> asUtf8(List<Integer> taken) {
        RegexTree valid = new RegexTree.Characters(new CodePoints(
                List.of(new CodePoints.Range(0, 0xFFFC), new CodePoints.Range(0xFFFE, Character.MAX_CODE_POINT))));
        try {
            Automaton texts = RegexAutomata.of(new RegexTree.Repeat(valid, 0, RegexTree.UNBOUNDED));
            return search(new ArrayList<>(taken), List.of(Part.in(texts)));
        } catch (TooLarge e) {
            return Optional.empty();
        }
    }
}
