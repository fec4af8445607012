package io.falconer.suite;

import io.falconer.ruleset.Rule;
import io.falconer.text.Location;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A suite: rules, and tests of them ({@code kind: RuleTest}).
 *
 * @param name {@code metadata.name}
 * @param rules the rules under test
 * @param tests its tests in order, each case a test
 * @param cover the only files whose rules count for coverage; none if all do
 * @param location its place
 */
public record Suite(String name, RulesUnderTest rules, List<TestCase> tests, List<FileRef> cover, Location location) {
    public Suite {
        tests = List.copyOf(tests);
        cover = List.copyOf(cover);
    }

    /** A suite of which all rules count for coverage. */
    public Suite(String name, RulesUnderTest rules, List<TestCase> tests, Location location) {
        this(name, rules, tests, List.of(), location);
    }

    /** Whether one of its rules counts for coverage. */
    boolean covers(Rule rule) {
        return cover.isEmpty()
                || cover.stream().anyMatch(file -> file.resolved()
                        .filter(FileRef.normal(rule.place().source())::equals)
                        .isPresent());
    }

    /** The files that it names, other than itself. */
    public Stream<FileRef> files() {
        Stream<FileRef> ofRules =
                switch (rules) {
                    case RulesUnderTest.RulesFiles named -> named.files().stream();
                    case RulesUnderTest.PolicyFile policy -> Stream.of(policy.file());
                    case RulesUnderTest.OwnPolicy own -> Stream.of();
                };
        return Stream.concat(ofRules, eventFiles());
    }

    /** The files that the events of its tests come from. */
    public Stream<FileRef> eventFiles() {
        return tests.stream().flatMap(test -> test.events().stream()).flatMap(event -> switch (event) {
            case EventSpec.FromFile file -> Stream.of(file.file());
            case EventSpec.FromManifest manifest -> Stream.of(manifest.file());
            case EventSpec.Inline inline -> Stream.<FileRef>of();
        });
    }

    /** The rules that its tests name. */
    public Stream<String> namedRules() {
        return tests.stream()
                .flatMap(test -> Stream.concat(
                        test.expect().stream().map(Expectation::rule),
                        test.silent().stream().map(RuleName::name)))
                .distinct();
    }

    /** The suite with only the tests that are selected, if any is. */
    public Optional<Suite> only(Predicate<TestCase> wanted) {
        List<TestCase> left = tests.stream().filter(wanted).toList();
        return left.isEmpty() ? Optional.empty() : Optional.of(new Suite(name, rules, left, cover, location));
    }
}
