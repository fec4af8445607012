package io.falconer.ruleset;

import io.falconer.text.Location;
import io.falconer.text.SourceText;
import io.falconer.text.Span;
import io.falconer.text.Via;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Replaces the names of lists in the texts of conditions by their items (section 1.6): textually, list by list in the order of
 * first definitions, wherever a name is between blanks, parentheses, commas, equal signs or the text's ends.
 */
final class ListPaste {
    /** The maximum length of a condition after the replacement. */
    static final int MAX_LENGTH = 4 << 20;

    private final List<Pasted> lists = new ArrayList<>();
    private final Map<String, Integer> places = new HashMap<>();

    /** Lists whose names contain a delimiter. They may match anywhere. */
    private final Set<Integer> odd = new HashSet<>();

    private final Set<String> used = new HashSet<>();

    ListPaste(Collection<ListDef> definitions, Collector collector) {
        Map<String, List<SourceText>> known = new HashMap<>();
        for (ListDef list : definitions) {
            int place = lists.size();
            lists.add(new Pasted(list, collector, known));
            places.put(list.name(), place);
            if (list.name().chars().anyMatch(c -> PastedText.isDelimiter((char) c))) {
                odd.add(place);
            }
        }
    }

    /** Whether a condition or another list has named the list so far. */
    boolean isUsed(String name) {
        return used.contains(name);
    }

    /** {@code condition} with its lists replaced. Only lists whose names occur in it take time. */
    SourceText paste(SourceText condition) {
        return new Run(condition).paste();
    }

    /** The lists replaced in one condition, in their order. */
    private final class Run {
        private final SourceText condition;
        private final TreeMap<Integer, List<PastedText.Stretch>> named = new TreeMap<>();
        private final TreeSet<Integer> unusual = new TreeSet<>(odd);
        private PastedText text;
        private boolean changed;

        Run(SourceText condition) {
            this.condition = condition;
            this.text = read(condition, -1);
        }

        private PastedText read(SourceText source, int place) {
            List<PastedText.Stretch> found = new ArrayList<>();
            PastedText read = new PastedText(source, word -> places.getOrDefault(word, -1), found);
            found.stream().filter(name -> name.place() > place).forEach(this::add);
            return read;
        }

        private void add(PastedText.Stretch name) {
            named.computeIfAbsent(name.place(), place -> new ArrayList<>()).add(name);
        }

        SourceText paste() {
            while (!named.isEmpty() || !unusual.isEmpty()) {
                boolean usual = unusual.isEmpty() || (!named.isEmpty() && named.firstKey() < unusual.first());
                if (usual) {
                    usual(named.firstKey());
                } else {
                    unusual(unusual.first());
                }
            }
            return changed ? text.text() : condition;
        }

        private void usual(int place) {
            List<PastedText.Stretch> names = named.remove(place);
            Pasted list = lists.get(place);
            for (PastedText.Stretch name : names) {
                if (name.place() == place) { // otherwise it was part of the group of an earlier one
                    PastedText.group(name).forEach(each -> {
                        if (each.place() == place) {
                            replace(each, list);
                        }
                    });
                }
            }
        }

        private void replace(PastedText.Stretch name, Pasted list) {
            List<PastedText.Stretch> found = new ArrayList<>();
            text.paste(name, list.name, list.text(), found);
            found.forEach(this::add);
            used.add(list.name);
            changed = true;
            if (text.length() > MAX_LENGTH) {
                throw new TooLong();
            }
        }

        /** A name that contains delimiters is not a word, so it is searched for in the text. */
        private void unusual(int place) {
            unusual.remove(place);
            Pasted list = lists.get(place);
            SourceText source = changed ? text.text() : condition;
            Optional<SourceText> pasted = OddName.paste(source, list.name, list::text);
            if (pasted.isPresent()) {
                used.add(list.name);
                named.clear();
                text = read(pasted.get(), place);
                changed = true;
            }
        }
    }

    /** A list and, once they are needed, its joined items. */
    private final class Pasted {
        private final String name;
        private final Location place;
        private final List<SourceText> items;
        private final List<Optional<List<SourceText>>> named;
        private Optional<SourceText> text = Optional.empty();

        /**
         * A list in which items that name a list it may refer to are replaced by that list's own items: one level, no further.
         */
        Pasted(ListDef list, Collector collector, Map<String, List<SourceText>> known) {
            this.name = list.name();
            this.place = list.context().location();
            this.items = list.items();
            this.named = new ArrayList<>(items.size());
            for (SourceText item : items) {
                Optional<ListDef> other =
                        collector.list(item.text()).filter(found -> found.index() < list.visibility());
                other.ifPresent(found -> used.add(found.name()));
                named.add(other.map(found -> known.computeIfAbsent(found.name(), n -> found.items())));
            }
        }

        SourceText text() {
            if (text.isEmpty()) {
                text = Optional.of(ExceptionText.joined(resolved(), place));
            }
            return text.get();
        }

        private List<SourceText> resolved() {
            List<SourceText> resolved = new ArrayList<>();
            long length = 0;
            for (int i = 0; i < items.size(); i++) {
                SourceText item = items.get(i);
                if (named.get(i).isEmpty()) {
                    resolved.add(item);
                } else {
                    Span whole = new Span(0, item.length());
                    for (SourceText inner : named.get(i).get()) {
                        resolved.add(inner.inPlaceOf(Via.Kind.LIST, item.text(), item, whole));
                        length += inner.length() + 2L;
                    }
                }
                if (length > MAX_LENGTH) {
                    throw new TooLong();
                }
            }
            return resolved;
        }
    }

    /** The text exceeded {@link #MAX_LENGTH}. */
    static final class TooLong extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooLong() {
            super(
                    "the condition has more than " + MAX_LENGTH + " characters once its lists are replaced",
                    null,
                    false,
                    false);
        }
    }
}
