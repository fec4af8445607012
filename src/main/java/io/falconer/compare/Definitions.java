package io.falconer.compare;

import io.falconer.ruleset.ItemType;
import io.falconer.ruleset.LoadedItem;
import io.falconer.ruleset.LoadedRules;
import io.falconer.text.Via;
import io.falconer.yaml.Entry;
import io.falconer.yaml.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What rules files say about lists and macros. Blanks do not count, and neither does the order of a list's items. */
final class Definitions {
    private final Map<String, List<String>> contents = new LinkedHashMap<>();

    Definitions(LoadedRules rules) {
        rules.items()
                .filter(item -> item.type() == ItemType.LIST || item.type() == ItemType.MACRO)
                .forEach(item -> contents.computeIfAbsent(words(item), name -> new ArrayList<>())
                        .add(content(item)));
    }

    /** The names, such as {@code list shell_binaries}. */
    Set<String> names() {
        return contents.keySet();
    }

    /** What is defined in both, but not alike, by name. */
    Set<String> differingFrom(Definitions other) {
        Set<String> names = new TreeSet<>(contents.keySet());
        names.retainAll(other.contents.keySet());
        names.removeIf(name -> contents.getOrDefault(name, List.of()).equals(other.contents.get(name)));
        return names;
    }

    /** The lists whose items differ. */
    Set<String> differingListsFrom(Definitions other) {
        return differingFrom(other).stream()
                .filter(name -> name.startsWith(ItemType.LIST.words()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The name of what brought a text in; empty if that is not a list or a macro. */
    static Optional<String> words(Via via) {
        return switch (via.kind()) {
            case LIST, MACRO -> Optional.of(via.kind().word() + " " + via.name());
            case EXCEPTION, APPEND -> Optional.empty();
        };
    }

    private static String words(LoadedItem item) {
        return item.type().words() + " " + item.name();
    }

    /** The keys and values of an item, in the order of their texts. */
    static String content(LoadedItem item) {
        List<String> parts = new ArrayList<>();
        for (Entry entry : item.node().entries()) {
            parts.add(text(entry.key()) + ":" + text(entry.value()));
        }
        return parts.stream().sorted().collect(Collectors.joining("\n"));
    }

    /** One blank for several, except within quotes. */
    private static String folded(String text) {
        StringBuilder folded = new StringBuilder();
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean isBlank = quote == 0 && Character.isWhitespace(c);
            if (quote == 0 && (c == '"' || c == '\'')) {
                quote = c;
            } else if (c == quote) {
                quote = 0;
            }
            if (!isBlank) {
                folded.append(c);
            } else if (folded.charAt(folded.length() - 1) != ' ') {
                folded.append(' ');
            }
        }
        return folded.toString();
    }

    private static String text(YamlNode node) {
        return switch (node) {
            case YamlNode.Scalar scalar -> folded(scalar.text().strip());
            case YamlNode.Sequence list ->
                list.items().stream().map(Definitions::text).sorted().collect(Collectors.joining(","));
            case YamlNode.Mapping mapping ->
                mapping.entries().stream()
                        .map(entry -> text(entry.key()) + ":" + text(entry.value()))
                        .collect(Collectors.joining(","));
        };
    }
}
