package io.falconer.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.falconer.engine.Engine;
import io.falconer.engine.RuleMatching;
import io.falconer.event.Event;
import io.falconer.event.SyscallEvent;
import io.falconer.event.json.Json;
import io.falconer.event.reader.EventReader;
import io.falconer.lint.Findings;
import io.falconer.lint.KnownFindings;
import io.falconer.logic.Deadline;
import io.falconer.report.LoadJson;
import io.falconer.report.LoadText;
import io.falconer.ruleset.DefinitionFinder;
import io.falconer.ruleset.Emulation;
import io.falconer.ruleset.EventTypeSet;
import io.falconer.ruleset.Falco;
import io.falconer.ruleset.LoadIssue;
import io.falconer.ruleset.LoadResult;
import io.falconer.ruleset.LoadTrait;
import io.falconer.ruleset.LoadedRules;
import io.falconer.ruleset.Priority;
import io.falconer.ruleset.Rule;
import io.falconer.text.Diagnostic;
import io.falconer.text.SourceFile;
import io.falconer.text.Style;
import io.falconer.verify.ProofFindings;
import io.falconer.yaml.RulesYaml;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/**
 * Every file has a load result, and all that Falconer says about it has a place in it and can be shown. Rules that load
 * evaluate events as they explain them.
 */
final class RulesTarget implements FuzzTarget {
    private static final JsonMapper JSON = new JsonMapper();

    /** How often the proofs may ask whether to give up. */
    private static final int PATIENCE = 2_000;

    private final List<Event> events = TestInputs.events().stream()
            .flatMap(text -> new EventReader().read("events", new String(text, StandardCharsets.UTF_8)).stream())
            .limit(20)
            .toList();

    @Override
    public String name() {
        return "rules";
    }

    @Override
    public List<byte[]> seeds() {
        return TestInputs.rules();
    }

    @Override
    public void check(byte[] input) throws Exception {
        SourceFile source = SourceFile.of("rules.yaml", RulesYaml.decode(input));
        for (Falco falco : List.of(Falco.NEWEST, Falco.ALL.getFirst())) {
            LoadedRules loaded = LoadedRules.of(Stream.of(source), Emulation.of(falco), DefinitionFinder.NOWHERE);
            assertThat(loaded.results()).isNotEmpty();
            loaded.results().forEach(RulesTarget::check);
            evaluate(loaded);
            ProofFindings proved = ProofFindings.of(loaded.rules(), patience());
            List<Diagnostic> findings =
                    Findings.of(loaded, file -> false, proved.findings(), proved.complete(), KnownFindings.in(loaded));
            ShownProblems.check(findings);
            JSON.readTree(LoadJson.of(loaded.results(), findings, loaded.unchecked(file -> true), proved.undecided()));
        }
    }

    private static Deadline patience() {
        int[] asked = {0};
        return () -> asked[0]++ > PATIENCE;
    }

    private static void check(LoadResult result) {
        assertThat(result.errors().size()).isLessThanOrEqualTo(1);
        Stream.concat(result.errors().stream(), result.warnings().stream()).forEach(RulesTarget::check);
        ShownProblems.check(result.problems());
        ShownProblems.checkText(new LoadText(Style.PLAIN).of(result));
    }

    private static void check(LoadIssue issue) {
        assertThat(issue.context().locations()).isNotEmpty();
        ShownProblems.check(List.of(issue.diagnostic()));
    }

    private void evaluate(LoadedRules loaded) {
        Engine engine = Engine.of(loaded.rules(), RuleMatching.ALL, Priority.DEBUG);
        for (Event event : events) {
            List<Rule> fired =
                    engine.evaluate(event).stream().map(alert -> alert.rule()).toList();
            List<Rule> explained = loaded.rules().rules().stream()
                    .filter(rule -> rule.source() == event.source() && rule.enabled())
                    .filter(rule -> isTried(rule, event, loaded.rules().falco()))
                    .filter(rule -> engine.explain(rule, event).holds())
                    .toList();
            assertThat(fired).isEqualTo(explained);
        }
    }

    /** Whether Falco tries a rule on events of this type (section 3.7). */
    private static boolean isTried(Rule rule, Event event, Falco falco) {
        EventTypeSet types =
                EventTypeSet.of(rule.condition(), rule.source(), falco.has(LoadTrait.EVENT_NUMBERS_DECIDED));
        return !(event instanceof SyscallEvent call)
                || call.fields()
                        .get("evt.type")
                        .map(Json::text)
                        .map(types::contains)
                        .orElse(true);
    }
}
