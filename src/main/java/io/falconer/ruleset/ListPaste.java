package io.falconer.ruleset;

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
import java.util.TreeSet;

/**
 * Replaces the names of lists in the texts of conditions by their items (section 1.6): textually, list by list in the
 * order of first definitions, wherever a name stands between blanks, parentheses, commas, equal signs or the text's ends.
 */
final class ListPaste {
    /** The longest text that replacing may make of a condition. */
    static final int MAX_LENGTH = 4 << 20;

    private static final String BLANKS = " \t\n\r";
    private static final String DELIMITERS = BLANKS + "(),=";

    private record Pasted(String name, SourceText items) {}

    private final List<Pasted> lists = new ArrayList<>();
    private final Map<String, Integer> places = new HashMap<>();

    /** Lists whose names hold a delimiter; they may match anywhere. */
    private final Set<Integer> odd = new HashSet<>();

    private final Set<String> used = new HashSet<>();

    ListPaste(Collection<ListDef> definitions, Collector collector) {
        for (ListDef list : definitions) {
            int place = lists.size();
            lists.add(new Pasted(
                    list.name(),
                    ExceptionText.joined(
                            resolved(list, collector), list.context().location())));
            places.put(list.name(), place);
            if (list.name().chars().anyMatch(c -> DELIMITERS.indexOf(c) >= 0)) {
                odd.add(place);
            }
        }
    }

    /** Whether some condition or other list named the list so far. */
    boolean isUsed(String name) {
        return used.contains(name);
    }

    /** {@code condition} with its lists replaced. Only lists whose names occur in it cost time. */
    SourceText paste(SourceText condition) {
        SourceText text = condition;
        TreeSet<Integer> candidates = new TreeSet<>(odd);
        addNamed(text.text(), -1, candidates);
        for (Integer place = candidates.pollFirst(); place != null; place = candidates.pollFirst()) {
            Pasted list = lists.get(place);
            Optional<SourceText> pasted = paste(text, list);
            if (pasted.isPresent()) {
                used.add(list.name());
                addNamed(list.items().text(), place, candidates);
                text = pasted.get();
            }
        }
        return text;
    }

    /** Adds the lists after {@code place} whose names stand in {@code text}. */
    private void addNamed(String text, int place, Set<Integer> candidates) {
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || DELIMITERS.indexOf(text.charAt(i)) >= 0) {
                int named = places.getOrDefault(text.substring(start, i), -1);
                if (named > place) {
                    candidates.add(named);
                }
                start = i + 1;
            }
        }
    }

    /** The items of a list, those that name a list it may refer to replaced by that list's own: one level, no further. */
    private List<SourceText> resolved(ListDef list, Collector collector) {
        List<SourceText> items = new ArrayList<>();
        for (SourceText item : list.items()) {
            List<ListDef> named =
                    collector.list(item.text()).filter(other -> other.index() < list.visibility()).stream()
                            .toList();
            named.forEach(other -> used.add(other.name()));
            if (named.isEmpty()) {
                items.add(item);
            } else {
                Span whole = new Span(0, item.length());
                for (SourceText inner : named.getFirst().items()) {
                    items.add(inner.inPlaceOf(Via.Kind.LIST, item.text(), item, whole));
                }
            }
        }
        return items;
    }

    /** {@code text} with the list replaced; empty if it is not named, which is not the same as a text that comes out alike. */
    private static Optional<SourceText> paste(SourceText source, Pasted list) {
        String text = source.text();
        SourceText.Builder out = new SourceText.Builder();
        int copied = 0;
        int found = text.indexOf(list.name());
        while (found >= 0) {
            int end = found + list.name().length();
            if (!isDelimited(text, found, end, copied)) {
                found = text.indexOf(list.name(), found + 1);
                continue;
            }
            while (end < text.length() && BLANKS.indexOf(text.charAt(end)) >= 0) {
                end++;
            }
            SourceText items = list.items()
                    .inPlaceOf(
                            Via.Kind.LIST,
                            list.name(),
                            source,
                            new Span(found, found + list.name().length()));
            out.append(source, copied, found);
            end = pasteAt(out, items, source, found, end);
            copied = end;
            found = text.indexOf(list.name(), out.length() == list.items().length() + 1 ? end + 1 : end);
            if (out.length() > MAX_LENGTH) {
                throw new TooLong();
            }
        }
        return out.length() == 0
                ? Optional.empty()
                : Optional.of(out.append(source, copied, text.length()).build(source.place()));
    }

    /** What was replaced before ends with a blank, so the character before {@code copied} is a delimiter. */
    private static boolean isDelimited(String text, int start, int end, int copied) {
        boolean before = start == copied || DELIMITERS.indexOf(text.charAt(start - 1)) >= 0;
        return before && (end >= text.length() || DELIMITERS.indexOf(text.charAt(end)) >= 0);
    }

    /** Appends the items between single blanks; an empty list takes a comma beside it along. Gives where to go on. */
    private static int pasteAt(SourceText.Builder out, SourceText items, SourceText source, int found, int end) {
        String text = source.text();
        int next = end;
        while (out.length() > 0 && BLANKS.indexOf(out.charAt(out.length() - 1)) >= 0) {
            out.truncate(out.length() - 1);
        }
        if (items.length() == 0) {
            if (out.length() > 0 && out.charAt(out.length() - 1) == ',') {
                out.truncate(out.length() - 1);
            } else if (next < text.length() && text.charAt(next) == ',') {
                next++;
            }
        }
        out.at(source, found, out.length() > 0 ? " " : "").append(items).at(source, end - 1, " ");
        return next;
    }

    /** The text grew past {@link #MAX_LENGTH}. */
    static final class TooLong extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooLong() {
            super(
                    "the condition comes to more than " + MAX_LENGTH + " characters once its lists are replaced",
                    null,
                    false,
                    false);
        }
    }
}
