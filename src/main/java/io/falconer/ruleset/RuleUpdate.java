package io.falconer.ruleset;

import io.falconer.text.SourceText;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;

/** What an append or override item changes in a rule. What it does not contain is empty. */
record RuleUpdate(
        String name,
        Context context,
        Optional<String> source,
        Optional<SourceText> condition,
        Optional<SourceText> output,
        Optional<String> description,
        Optional<Priority> priority,
        Optional<NavigableSet<String>> tags,
        Optional<List<ExceptionDef>> exceptions,
        Optional<Boolean> enabled,
        Optional<Boolean> warnOfEventTypes,
        Optional<Boolean> skipIfUnknownFilter) {

    /** An update of nothing. */
    static RuleUpdate of(String name, Context context) {
        return new RuleUpdate(
                name,
                context,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    RuleUpdate withEnabled(boolean value) {
        return new RuleUpdate(
                name,
                context,
                source,
                condition,
                output,
                description,
                priority,
                tags,
                exceptions,
                Optional.of(value),
                warnOfEventTypes,
                skipIfUnknownFilter);
    }

    /** Whether it contains anything that can be appended. */
    boolean appendsNothing() {
        return condition.isEmpty()
                && output.isEmpty()
                && description.isEmpty()
                && tags.isEmpty()
                && exceptions.isEmpty();
    }
}
