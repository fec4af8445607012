package io.falconer.suite;

import io.falconer.engine.Alert;
import io.falconer.engine.ValueText;
import io.falconer.event.Value;
import io.falconer.suite.Expectation.FieldMatch;
import io.falconer.suite.Failure.FiredOtherwise;
import io.falconer.suite.Failure.FiredTimes;
import io.falconer.suite.Failure.FiredUnasked;
import io.falconer.suite.Failure.StayedSilent;
import io.falconer.text.Location;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Compares a test's alerts with what it expects. */
final class AlertComparison {
    private final TestCase test;
    private final List<Alert> alerts;
    private final BiFunction<String, List<Alert>, List<Silence>> silences;
    private final Function<List<Alert>, List<NearMiss>> nearMisses;
    private final Set<Alert> spokenOf = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<Failure> failures = new ArrayList<>();
    private final List<Failure> warnings = new ArrayList<>();

    /**
     * Creates a comparison for {@code test}.
     *
     * @param silences says why a rule did not fire on the events but those of these alerts of it
     * @param nearMisses finds the exceptions that nearly prevented these alerts
     */
    AlertComparison(
            TestCase test,
            List<Alert> alerts,
            BiFunction<String, List<Alert>, List<Silence>> silences,
            Function<List<Alert>, List<NearMiss>> nearMisses) {
        this.test = test;
        this.alerts = alerts;
        this.silences = silences;
        this.nearMisses = nearMisses;
    }

    /** The failures, and the warnings. */
    record Result(List<Failure> failures, List<Failure> warnings) {}

    Result compare() {
        test.expect().forEach(this::expected);
        test.silent().forEach(rule -> unasked(rule.location(), named(rule.name()), failures));
        test.nothing().ifPresent(place -> unasked(place, left(), failures));
        switch (test.rigour().unexpected()) {
            case FAIL -> unasked(test.location(), left(), failures);
            case WARN -> unasked(test.location(), left(), warnings);
            case IGNORE -> {}
        }
        return new Result(failures, warnings);
    }

    private void expected(Expectation expectation) {
        List<Alert> fired = named(expectation.rule());
        List<Alert> good = fired.stream()
                .filter(a -> differences(expectation, a).isEmpty())
                .toList();
        spokenOf.addAll(good);
        OptionalInt count = expectation.count();
        boolean never = count.isPresent() && count.getAsInt() == 0;
        Optional<Location> place = Optional.of(expectation.location());
        if (never) {
            if (!good.isEmpty()) {
                failures.add(unasked(expectation.rule(), place, good));
            }
        } else if (fired.isEmpty()) {
            List<Difference> differences = times(wanted(count), 0);
            failures.add(new StayedSilent(
                    expectation.rule(), place, differences, silences.apply(expectation.rule(), List.of())));
        } else if (good.isEmpty()) {
            Alert closest = fired.stream()
                    .min(Comparator.comparingInt(
                            a -> differences(expectation, a).size()))
                    .orElseThrow();
            spokenOf.addAll(fired);
            List<Difference> differences = new ArrayList<>(differences(expectation, closest));
            if (count.isPresent() && count.getAsInt() != fired.size()) {
                differences.addAll(times(wanted(count), fired.size()));
            }
            failures.add(new FiredOtherwise(expectation.rule(), place, differences, closest));
        } else if (count.isPresent() && count.getAsInt() != good.size()) {
            List<Silence> rest = good.size() < count.getAsInt() ? silencesBeside(fired) : List.of();
            failures.add(new FiredTimes(expectation.rule(), place, times(wanted(count), good.size()), good, rest));
        }
    }

    /** Why the rule of these alerts did not fire on the other events of its source. */
    private List<Silence> silencesBeside(List<Alert> fired) {
        return silences.apply(fired.getFirst().rule().name(), fired).stream()
                .filter(silence -> silence.event().isPresent())
                .toList();
    }

    /** Reports unexpected alerts, one failure for each rule. */
    private void unasked(Location place, List<Alert> unasked, List<Failure> to) {
        Map<String, List<Alert>> byRule = new LinkedHashMap<>();
        for (Alert alert : unasked) {
            if (spokenOf.add(alert)) {
                byRule.computeIfAbsent(alert.rule().name(), r -> new ArrayList<>())
                        .add(alert);
            }
        }
        byRule.forEach((rule, list) -> to.add(unasked(rule, Optional.of(place), list)));
    }

    private Failure unasked(String rule, Optional<Location> place, List<Alert> fired) {
        return new FiredUnasked(rule, place, times("0", fired.size()), fired, nearMisses.apply(fired));
    }

    private List<Alert> named(String rule) {
        return alerts.stream().filter(a -> a.rule().name().equals(rule)).toList();
    }

    private List<Alert> left() {
        return alerts.stream().filter(a -> !spokenOf.contains(a)).toList();
    }

    private static String wanted(OptionalInt count) {
        return count.isPresent() ? Integer.toString(count.getAsInt()) : "at least 1";
    }

    private static List<Difference> times(String expected, int actual) {
        return List.of(new Difference("alerts", expected, Integer.toString(actual)));
    }

    /** The differences between {@code alert} and the expectation. */
    private static List<Difference> differences(Expectation expectation, Alert alert) {
        List<Difference> differences = new ArrayList<>();
        expectation
                .priority()
                .filter(p -> p != alert.rule().priority())
                .ifPresent(p -> differences.add(new Difference(
                        "priority", p.title(), alert.rule().priority().title())));
        expectation
                .output()
                .filter(m -> !m.matches(List.of(alert.message())))
                .ifPresent(m -> differences.add(new Difference("output", m.shown(), alert.message())));
        SortedMap<String, Value> fields = alert.fields();
        for (FieldMatch match : expectation.fields()) {
            Optional<Value> value = Optional.ofNullable(fields.get(match.field()));
            List<String> texts = value.map(ValueText::texts).orElse(List.of());
            if (value.isEmpty() || !match.matcher().matches(texts)) {
                String actual = value.isEmpty() ? "not in the output" : ValueText.plain(value.get());
                differences.add(new Difference(
                        "output_fields." + match.field(), match.matcher().shown(), actual));
            }
        }
        if (expectation.exact()) {
            fields.forEach((name, value) -> {
                if (expectation.fields().stream().noneMatch(f -> f.field().equals(name))) {
                    differences.add(
                            new Difference("output_fields." + name, "not in the output", ValueText.plain(value)));
                }
            });
        }
        return differences;
    }
}
