package io.falconer.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Texts laid side by side in one space of offsets, so that two offsets are enough to say where something comes from, as in
 * Go's {@code token.FileSet} and Clang's {@code SourceManager}. A macro that is used twice stands here twice; each use knows
 * where the macro is named.
 */
public final class SourceMap {
    /** How many UTF-16 units all uses of macros may take; more lose only how they came to where they stand. */
    private static final int MOST_USED = 8 << 20;

    /** A use takes memory beside its text. */
    private static final int COST_OF_USE = 64;

    /** How many UTF-16 units all texts may take, those of uses and of blocks laid out again apart. */
    private static final int MOST = 64 << 20;

    /** A text in the space; {@code use} says of what macro it is a use. */
    private record Laid(SourceText text, Optional<Use> use) {}

    /**
     * A use of a macro.
     *
     * @param within the index of the text that names it
     * @param reference where it names it, in that text
     */
    private record Use(String macro, int within, Span reference) {}

    private final int[] bases;
    private final Laid[] texts;
    private final int count;

    private SourceMap(int[] bases, Laid[] texts, int count) {
        this.bases = bases;
        this.texts = texts;
        this.count = count;
    }

    /** Where a stretch of the space comes from. */
    public TextOrigin origin(Span span) {
        int index = index(bases, count, span.start());
        Laid laid = texts[index];
        TextOrigin own = laid.text().origin(new Span(span.start() - bases[index], span.end() - bases[index]));
        List<Via> way = new ArrayList<>(way(laid));
        way.addAll(own.way());
        return new TextOrigin(own.location(), way);
    }

    /** What stands at a stretch of the space, which one text must hold. */
    public String text(Span span) {
        int index = index(bases, count, span.start());
        return texts[index].text().text().substring(span.start() - bases[index], span.end() - bases[index]);
    }

    /** The offset, in its own text, of a place in the space. */
    public int offsetInText(int place) {
        return place - bases[index(bases, count, place)];
    }

    /** The way to a text: through the macros in which it is used, outermost first. */
    private List<Via> way(Laid laid) {
        List<Via> inwards = new ArrayList<>();
        for (Optional<Use> use = laid.use(); use.isPresent(); ) {
            Laid within = texts[use.get().within()];
            TextOrigin reference = within.text().origin(use.get().reference());
            inwards.add(new Via(Via.Kind.MACRO, use.get().macro(), reference.location()));
            inwards.addAll(reference.way().reversed());
            use = within.use();
        }
        return inwards.reversed();
    }

    private static int index(int[] bases, int count, int place) {
        int found = Arrays.binarySearch(bases, 0, count, place);
        return found >= 0 ? found : -found - 2;
    }

    /** Lays out texts one after the other. */
    public static final class Builder {
        private int[] bases = new int[16];
        private Laid[] texts = new Laid[16];
        private int count;
        private int end;
        private int used;

        /** The texts laid out since a moment, which can be used as one. */
        public record Block(int first, int last, int start, int end) {
            int length() {
                return end - start;
            }
        }

        /** How long the next text may be, in UTF-16 units; less than 0 if there is no room at all. */
        public int room() {
            return MOST - end;
        }

        /** Lays out a text that there is {@link #room} for; gives the place of its offset 0. */
        public int add(SourceText text) {
            return add(new Laid(text, Optional.empty()));
        }

        private int add(Laid laid) {
            if (count == bases.length) {
                bases = Arrays.copyOf(bases, count * 2);
                texts = Arrays.copyOf(texts, count * 2);
            }
            int base = end;
            bases[count] = base;
            texts[count++] = laid;
            end = Math.addExact(base, laid.text().length() + 1);
            return base;
        }

        /** How many texts there are: what a block begins after. */
        public int count() {
            return count;
        }

        /** The texts from number {@code first} on. */
        public Block since(int first) {
            return new Block(first, count, first == count ? end : bases[first], end);
        }

        /**
         * Lays out a block again, for a use of the macro whose text comes first in it.
         *
         * @param reference the place in the space that names the macro
         * @return how far every place of the block is from the same place in this use; 0 if there is no more room, and the
         *     use shares the places of the block
         */
        public int use(Block block, String macro, Span reference) {
            int cost = block.length() + COST_OF_USE * (block.last() - block.first());
            if (cost > MOST_USED - used) {
                return 0;
            }
            used += cost;
            int within = index(bases, count, reference.start());
            int base = bases[within];
            Span named = new Span(reference.start() - base, reference.end() - base);
            return again(block, Optional.of(new Use(macro, within, named)));
        }

        /** Lays out a block again; gives how far every place of the block is from the same place here. */
        public int again(Block block) {
            return again(block, Optional.empty());
        }

        private int again(Block block, Optional<Use> use) {
            int moved = end - block.start();
            int shift = count - block.first();
            for (int i = block.first(); i < block.last(); i++) {
                Laid laid = texts[i];
                Optional<Use> inner = i == block.first()
                        ? use
                        : laid.use().map(u -> new Use(u.macro(), u.within() + shift, u.reference()));
                add(new Laid(laid.text(), inner));
            }
            return moved;
        }

        /** Where a stretch of the space comes from, so far. */
        public TextOrigin origin(Span span) {
            return new SourceMap(bases, texts, count).origin(span);
        }

        /** The offset, in its own text, of a place in the space. */
        public int offsetInText(int place) {
            return place - bases[index(bases, count, place)];
        }

        /** The map of everything laid out so far. */
        public SourceMap build() {
            return new SourceMap(Arrays.copyOf(bases, count), Arrays.copyOf(texts, count), count);
        }
    }
}
