package io.falconer.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Texts in one common space of offsets, so that two offsets are enough to identify the origin of something, as in Go's
 * {@code token.FileSet} and Clang's {@code SourceManager}. A macro that is used twice is in the space twice. Each use knows
 * where the macro is named.
 */
public final class SourceMap {
    /** The maximum number of UTF-16 units that all uses of macros may take. Uses beyond it lose only the way to their place. */
    private static final int MOST_USED = 8 << 20;

    /** The memory that a use takes in addition to its text. */
    private static final int COST_OF_USE = 64;

    /** The maximum number of UTF-16 units that all texts may take, without those of uses and repeated blocks. */
    private static final int MOST = 64 << 20;

    /** A text in the space; {@code use} identifies the macro that it is a use of. */
    private record Laid(SourceText text, Optional<Use> use) {}

    /**
     * A use of a macro.
     *
     * @param within the index of the text that names it
     * @param reference the place in that text that names it
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

    /** The origin of a stretch of the space. */
    public TextOrigin origin(Span span) {
        int index = index(bases, count, span.start());
        Laid laid = texts[index];
        TextOrigin own = laid.text().origin(new Span(span.start() - bases[index], span.end() - bases[index]));
        List<Via> way = new ArrayList<>(way(laid));
        way.addAll(own.way());
        return new TextOrigin(own.location(), way);
    }

    /** The text at a stretch of the space, which must be within one text. */
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

    /** Adds texts to the space one after the other. */
    public static final class Builder {
        private int[] bases = new int[16];
        private Laid[] texts = new Laid[16];
        private int count;
        private int end;
        private int used;

        /** The texts added since a moment, which can be used as one. */
        public record Block(int first, int last, int start, int end) {
            int length() {
                return end - start;
            }
        }

        /** The maximum length of the next text, in UTF-16 units; less than 0 if there is no room. */
        public int room() {
            return MOST - end;
        }

        /** Adds a text that there is {@link #room} for, and returns the place of its offset 0. */
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

        /** The number of texts, after which a block starts. */
        public int count() {
            return count;
        }

        /** The texts from number {@code first} on. */
        public Block since(int first) {
            return new Block(first, count, first == count ? end : bases[first], end);
        }

        /**
         * Adds a block again, for a use of the macro whose text is the first of the block.
         *
         * @param reference the place in the space that names the macro
         * @return the distance of every place of the block from the same place in this use; 0 if there is no more room, and the
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

        /** Adds a block again, and returns the distance of every place of the block from the same place here. */
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

        /** The origin of a stretch of the space, so far. */
        public TextOrigin origin(Span span) {
            return new SourceMap(bases, texts, count).origin(span);
        }

        /** The offset, in its own text, of a place in the space. */
        public int offsetInText(int place) {
            return place - bases[index(bases, count, place)];
        }

        /** The map of all texts added so far. */
        public SourceMap build() {
            return new SourceMap(Arrays.copyOf(bases, count), Arrays.copyOf(texts, count), count);
        }
    }
}
