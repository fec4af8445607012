package io.falconer.cover;

import io.falconer.explain.CheckText;
import io.falconer.ruleset.Rule;
import io.falconer.text.Quotes;
import io.falconer.verify.Given;
import java.util.List;

/**
 * Something that no event shows.
 *
 * @param what the part and its result
 * @param proved whether it is proved that no event shows it; otherwise none was found
 * @param reason the proof, or why none was found
 */
public record Unshown(String what, boolean proved, String reason) {
    static Unshown never(Rule rule, Goal goal, List<Given> because) {
        CheckText texts = new CheckText(rule);
        List<String> parts = because.stream().map(each -> text(each, texts)).toList();
        return new Unshown(
                goal.text(),
                true,
                parts.isEmpty()
                        ? "Falco never tries the rule on such an event"
                        : parts.size() == 1
                                ? parts.getFirst() + " is impossible"
                                : String.join(" and ", parts) + " exclude each other");
    }

    static Unshown open(Goal goal, String reason) {
        return new Unshown(goal.text(), false, reason);
    }

    private static String text(Given given, CheckText texts) {
        String text = texts.of(given.part());
        return Quotes.around(given.value() ? text : text.startsWith("not ") ? text.substring(4) : "not " + text);
    }
}
