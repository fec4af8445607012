package io.falconer.cli;

import io.falconer.field.EventSource;
import io.falconer.generate.Bundle;
import io.falconer.generate.RuleNeeds;
import io.falconer.policy.Policy;
import io.falconer.suite.Expectation;
import io.falconer.suite.RuleName;
import io.falconer.suite.Suite;
import io.falconer.suite.SuiteVersions;
import io.falconer.suite.TestCase;
import io.falconer.text.PrintableText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a Falco judges of policies if {@code --plugins} names its plugins. It gets the files of its own sources only, so {@code
 * prove} leaves out the rules of other sources and the tests about them, and says so.
 */
final class JudgedSources {
    private final Set<EventSource> sources;
    private final Set<String> rules = new HashSet<>();
    private final List<Policy> policies = new ArrayList<>();

    JudgedSources(Set<EventSource> sources) {
        this.sources = sources;
    }

    /** The policies with the rules of these sources. If none has any, all remain, and Falco refuses them. */
    List<GeneratorOptions.Generated> of(List<GeneratorOptions.Generated> generated, Console console) {
        List<GeneratorOptions.Generated> judged = new ArrayList<>();
        for (GeneratorOptions.Generated each : generated) {
            Bundle part = each.bundle().of(sources);
            if (!part.rules().isEmpty()) {
                judged.add(new GeneratorOptions.Generated(each.input(), part));
            }
        }
        if (judged.isEmpty()) {
            return generated;
        }
        generated.forEach(each -> leaveOut(each.bundle(), console));
        return judged;
    }

    private void leaveOut(Bundle bundle, Console console) {
        for (EventSource source : EventSource.values()) {
            List<String> out = bundle.needs().stream()
                    .filter(rule -> rule.source() == source && !sources.contains(source))
                    .map(RuleNeeds::rule)
                    .toList();
            if (!out.isEmpty()) {
                rules.addAll(out);
                console.note("left out " + counted(out.size(), "rule") + " of source " + source.id() + " of policy "
                        + PrintableText.shown(bundle.policy().name())
                        + ": --plugins names no plugin that provides its events");
            }
        }
        if (bundle.of(sources).rules().isEmpty()) {
            policies.add(bundle.policy());
        }
    }

    /** The suites without the tests about rules that are left out. */
    List<Suite> of(List<Suite> suites, SuiteVersions named, Console console) {
        List<Suite> judged = suites.stream()
                .filter(suite -> policies.stream().noneMatch(policy -> named.isOf(suite, policy)))
                .flatMap(suite -> suite.only(test -> names(test).noneMatch(rules::contains)).stream())
                .toList();
        int out = count(suites) - count(judged);
        if (out > 0) {
            console.note("left out " + counted(out, "test") + " about rules that are left out");
        }
        return judged;
    }

    private static Stream<String> names(TestCase test) {
        return Stream.concat(
                test.expect().stream().map(Expectation::rule),
                test.silent().stream().map(RuleName::name));
    }

    private static int count(List<Suite> suites) {
        return suites.stream().mapToInt(suite -> suite.tests().size()).sum();
    }

    private static String counted(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }
}
