package io.falconer.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.falconer.coverage.Obligation;
import io.falconer.suite.Coverage;
import io.falconer.suite.MutantResult;
import io.falconer.suite.MutantState;
import io.falconer.suite.MutationResult;
import io.falconer.suite.Observation;
import io.falconer.suite.PolicyProof;
import io.falconer.suite.Results;
import io.falconer.suite.RuleCoverage;
import io.falconer.suite.RuleDecision;
import io.falconer.suite.RuleDecision.Counterexample;
import io.falconer.suite.RuleName;
import io.falconer.suite.RuleProof;
import io.falconer.suite.RuleProof.Verdict;
import io.falconer.suite.Status;
import io.falconer.suite.SuiteResult;
import io.falconer.suite.TestResult;
import java.util.List;
import java.util.Locale;

/**
 * The report for programs: one JSON object with {@code summary}, {@code rules} (those of policies, with their
 * observations) and {@code tests} ({@code suite, name, status, expected, actual, diff}).
 */
public final class JsonReport implements Report {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    @Override
    public String of(Results results) {
        return object(results).toPrettyString() + "\n";
    }

    static ObjectNode object(Results results) {
        ObjectNode report = JSON.objectNode();
        report.set("summary", summary(results));
        if (!results.unloadable().isEmpty()) {
            ObjectNode unloadable = report.putObject("unloadable");
            results.unloadable().forEach((version, errors) -> unloadable.set(version, FailureJson.errors(errors)));
        }
        if (!results.broken().isEmpty()) {
            ArrayNode broken = report.putArray("broken");
            results.broken().forEach(suite -> broken.addObject()
                    .put("suite", suite.name())
                    .put("path", suite.path())
                    .set("errors", FailureJson.errors(suite.errors())));
        }
        ArrayNode rules = report.putArray("rules");
        for (PolicyProof policy : results.policies()) {
            policy.rules().forEach(r -> rules.add(rule(policy, r)));
        }
        ArrayNode tests = report.putArray("tests");
        for (SuiteResult suite : results.suites()) {
            suite.tests().forEach(t -> tests.add(test(suite, t)));
        }
        return report;
    }

    private static ObjectNode summary(Results results) {
        ObjectNode summary = JSON.objectNode();
        summary.put("holds", results.hold());
        ObjectNode rules = summary.putObject("rules");
        for (Verdict verdict : Verdict.values()) {
            rules.put(word(verdict), results.count(verdict));
        }
        ObjectNode tests = summary.putObject("tests");
        for (Status status : Status.values()) {
            tests.put(status.word(), results.count(status));
        }
        summary.put("events", results.events());
        results.coverage().ifPresent(c -> summary.set("coverage", coverage(c)));
        results.mutation().ifPresent(mutation -> summary.set("mutation", mutation(mutation)));
        return summary;
    }

    private static ObjectNode coverage(Coverage coverage) {
        ObjectNode node = JSON.objectNode();
        node.put("rules", coverage.rules());
        node.put("required", coverage.required());
        node.set("unfired", rules(coverage.unfired()));
        node.set("unsilenced", rules(coverage.unsilenced()));
        if (coverage.request().measured()) {
            node.put("percent", coverage.percent());
            node.put("shown", coverage.shown());
            node.put("obligations", coverage.obligations());
            coverage.request().minimum().ifPresent(minimum -> node.put("minimum", minimum));
            ArrayNode parts = node.putArray("parts");
            coverage.parts().forEach(rule -> parts.add(parts(rule)));
        }
        return node;
    }

    private static ObjectNode parts(RuleCoverage rule) {
        ObjectNode node = JSON.objectNode();
        node.put("rule", rule.rule().name());
        node.put("location", rule.rule().location().toString());
        node.put("shown", rule.shown());
        node.put("obligations", rule.counts().size());
        ArrayNode missing = node.putArray("missing");
        for (Obligation each : rule.missing()) {
            missing.addObject()
                    .put("shows", PartsText.words(each).strip())
                    .put("part", each.part().text())
                    .put("location", each.part().place().toString());
        }
        return node;
    }

    private static ObjectNode mutation(MutationResult mutation) {
        ObjectNode node = JSON.objectNode();
        node.put("score", mutation.score());
        for (MutantState state : MutantState.values()) {
            node.put(state.word().replace(' ', '-'), mutation.count(state));
        }
        mutation.minimum().ifPresent(minimum -> node.put("minimum", minimum));
        ArrayNode alive = node.putArray("alive");
        for (MutantResult each : mutation.alive()) {
            ObjectNode mutant = alive.addObject()
                    .put("rule", each.mutant().rule().name())
                    .put("location", each.mutant().place().toString())
                    .put("state", each.state().word().replace(' ', '-'))
                    .put("change", MutationText.change(each.mutant()));
            each.event().ifPresent(event -> mutant.put("event", event));
            each.reason().ifPresent(reason -> mutant.put("undecided", reason));
        }
        return node;
    }

    private static ArrayNode rules(List<RuleName> rules) {
        ArrayNode array = JSON.arrayNode();
        rules.forEach(r -> array.addObject()
                .put("rule", r.name())
                .put("location", r.location().toString()));
        return array;
    }

    private static ObjectNode rule(PolicyProof policy, RuleProof proof) {
        ObjectNode rule = JSON.objectNode();
        rule.put("policy", policy.policy());
        rule.put("path", policy.path());
        rule.put("rule", proof.rule());
        rule.put("verdict", word(proof.verdict()));
        proof.decision().ifPresent(decision -> decision(rule, decision));
        rule.set("fires", observations(proof.expected(true)));
        rule.set("silent", observations(proof.expected(false)));
        if (!proof.unreliable().isEmpty()) {
            rule.set("unreliable", FailureJson.errors(proof.unreliable()));
        }
        return rule;
    }

    private static void decision(ObjectNode rule, RuleDecision decision) {
        ArrayNode counterexamples = rule.putArray("counterexamples");
        for (Counterexample counterexample : decision.counterexamples()) {
            ObjectNode shown = counterexamples
                    .addObject()
                    .put("shows", counterexample.fires() ? "over" : "under")
                    .put("announced", counterexample.announced());
            ArrayNode because = shown.putArray("because");
            counterexample.because().forEach(because::add);
            shown.put("event", counterexample.event());
        }
        ArrayNode reasons = rule.putArray("undecided");
        decision.reasons().forEach(reasons::add);
    }

    private static String word(Verdict verdict) {
        return verdict.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static ArrayNode observations(List<Observation> observations) {
        ArrayNode array = JSON.arrayNode();
        for (Observation observation : observations) {
            ObjectNode node = array.addObject();
            node.put("on", observation.subject());
            observation.place().ifPresent(p -> node.put("test", p.toString()));
            node.put("fired", observation.fired());
            node.put("holds", observation.holds());
            if (!observation.holds()) {
                node.set("diff", FailureJson.differences(observation.failures()));
            }
        }
        return array;
    }

    private static ObjectNode test(SuiteResult suite, TestResult result) {
        ObjectNode test = JSON.objectNode();
        test.put("suite", suite.suite().name());
        test.put("name", result.test().name());
        test.put("status", result.status().word());
        test.put("location", result.test().location().toString());
        result.test().skip().ifPresent(s -> test.put("skip", s));
        test.set("expected", FailureJson.expected(result.test()));
        test.set("actual", FailureJson.alerts(result.alerts()));
        test.set("diff", FailureJson.differences(result.failures()));
        if (!result.warnings().isEmpty()) {
            test.set("warnings", FailureJson.differences(result.warnings()));
        }
        if (!result.errors().isEmpty()) {
            test.set("errors", FailureJson.errors(result.errors()));
        }
        if (!result.unreliable().isEmpty()) {
            test.set("unreliable", FailureJson.errors(result.unreliable()));
        }
        return test;
    }
}
