package io.falconer.report;

import io.falconer.suite.Suite;
import io.falconer.suite.SuiteResult;
import io.falconer.suite.TestCase;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Names of tests with their suites.
 *
 * @param shared the names of suites that several suites have; their tests are named with their places too
 */
record SuiteNames(Set<String> shared) {
    static SuiteNames in(List<InVersion> versions) {
        Map<String, Set<String>> places = new LinkedHashMap<>();
        versions.stream()
                .flatMap(each -> Stream.concat(
                        each.planned().suites().stream(),
                        each.results().suites().stream().map(SuiteResult::suite)))
                .forEach(suite -> places.computeIfAbsent(suite.name(), name -> new LinkedHashSet<>())
                        .add(suite.location().toString()));
        return new SuiteNames(places.entrySet().stream()
                .filter(each -> each.getValue().size() > 1)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet()));
    }

    String of(Suite suite, TestCase test) {
        String place = shared.contains(suite.name()) ? " (" + suite.location() + ")" : "";
        return suite.name() + place + " > " + test.name();
    }
}
