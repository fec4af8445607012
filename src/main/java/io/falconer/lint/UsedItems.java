package io.falconer.lint;

import io.falconer.ruleset.ItemType;
import io.falconer.ruleset.LoadedItem;
import io.falconer.ruleset.LoadedRules;
import io.falconer.ruleset.Rule;
import io.falconer.text.Location;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The items that are checked. There are no findings in rules that Falco skips, or in items that nothing names. */
final class UsedItems {
    /** No items. */
    static final UsedItems NONE = new UsedItems(Set.of(), Map.of());

    private static final Pattern WORD = Pattern.compile("[^()\"',=\\s\\[\\]{}]+");
    private static final String SEVERAL = "";

    private final Set<String> rules;

    /** The words of all items, each with the name of the item that has it. */
    private final Map<String, String> words;

    private UsedItems(Set<String> rules, Map<String, String> words) {
        this.rules = rules;
        this.words = words;
    }

    static UsedItems of(LoadedRules loaded) {
        Map<String, String> words = new HashMap<>();
        loaded.items()
                .filter(item -> item.type() != ItemType.RULES_CONTENT_ITEM)
                .forEach(item -> {
                    Location place = item.location();
                    Matcher word = WORD.matcher(place.source().text())
                            .region(place.span().start(), place.span().end());
                    while (word.find()) {
                        words.merge(word.group(), item.name(), (one, other) -> one.equals(other) ? one : SEVERAL);
                    }
                });
        return new UsedItems(
                loaded.rules().rules().stream().map(Rule::name).collect(Collectors.toUnmodifiableSet()), words);
    }

    boolean contains(LoadedItem item) {
        return switch (item.type()) {
            case RULE -> rules.contains(item.name());
            case MACRO, LIST -> !words.getOrDefault(item.name(), item.name()).equals(item.name());
            default -> true;
        };
    }
}
