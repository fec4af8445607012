package io.falconer.cover;

import io.falconer.condition.Expr;
import io.falconer.coverage.Obligation;
import io.falconer.coverage.RulePart;
import io.falconer.text.Via;
import io.falconer.verify.Given;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an event should show of a rule, and what makes an event show it. Each is one of its own, wherever it stands.
 *
 * @param obligation what is shown
 * @param check the part of the condition that decides
 * @param wanted what the parts of the condition must be
 * @param fires whether the rule fires on an event that shows it
 * @param item the constant that decides, if the goal is about one
 */
record Goal(Obligation obligation, Expr check, List<Given> wanted, boolean fires, Optional<String> item) {
    Goal {
        wanted = List.copyOf(wanted);
    }

    /** What the event shows, in words: the part with the macros that brought it in, {@code not} before it if it is false. */
    String text() {
        return (obligation.truth() ? "" : "not ")
                + part()
                + item.map(text -> " with " + text).orElse("");
    }

    /** The check or exception that it is about. */
    String part() {
        return switch (obligation.part()) {
            case RulePart.Check each -> withMacros(each);
            case RulePart.ListItem each -> withMacros(each.check());
            case RulePart.ExceptionValue value ->
                item.isEmpty() ? value.text() : "exception \"" + value.exception() + "\"";
        };
    }

    private static String withMacros(RulePart.Check check) {
        String macros = check.origin().way().stream()
                .filter(step -> step.kind() == Via.Kind.MACRO)
                .map(Via::name)
                .collect(Collectors.joining(" > "));
        return macros.isEmpty() ? check.text() : macros + ": " + check.text();
    }

    /** Whether it is about a check, which has to decide in both ways. */
    boolean isCheck() {
        return obligation.part() instanceof RulePart.Check;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other == this;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
