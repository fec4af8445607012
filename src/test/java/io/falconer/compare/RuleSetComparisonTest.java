package io.falconer.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.falconer.engine.Engine;
import io.falconer.engine.RuleMatching;
import io.falconer.event.Event;
import io.falconer.event.reader.EventReader;
import io.falconer.ruleset.DefinitionFinder;
import io.falconer.ruleset.Emulation;
import io.falconer.ruleset.LoadedRules;
import io.falconer.ruleset.Priority;
import io.falconer.text.SourceFile;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleSetComparisonTest {
    /** The events are in the words of {@link EventReader}: each shows what one version does and the other does not. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        evt.type = open and proc.name = cat            | proc.name = cat and evt.type = open                 | SAME
        evt.type in (open, openat)                     | evt.type = open or evt.type = openat                | SAME
        evt.type = open                                | evt.type = open and evt.dir = <                     | SAME
        evt.type = open and evt.dir = >                | evt.type = open                                     | LOOSER
        evt.type = open                                | evt.type = open and proc.name != cat                | STRICTER
        evt.type = open and fd.name startswith /etc    | evt.type = open and fd.name startswith /etc/ssh     | STRICTER
        evt.type = open and fd.name glob /etc/*        | evt.type = open and fd.name startswith /etc/        | SAME
        evt.type = open and proc.name in (a, b)        | evt.type = open and proc.name in (b, c)             | DIFFERENT
        evt.type = open and fd.num > 3                 | evt.type = open and fd.num >= 4                     | SAME
        evt.type = open and fd.num > 3                 | evt.type = open and fd.num > 4                      | STRICTER
        evt.type = connect and fd.sip = 10.0.0.1       | evt.type = connect and fd.snet = 10.0.0.0/8         | LOOSER
        evt.type = connect and fd.sport in (22, 80)    | evt.type = connect and fd.sport = 22                | STRICTER
        evt.type = execve and proc.aname in (sh)       | evt.type = execve and proc.aname in (sh, ash)       | LOOSER
        evt.type = execve and not proc.aname in (sh)   | evt.type = execve and not proc.aname in (sh, ash)   | STRICTER
        """)
    void eachDifferenceIsShownByAnEventThatBothHaveJudged(String before, String after, String kind) {
        RuleChange change = only(rule("syscall", before), rule("syscall", after));
        assertThat(change.kind().name()).isEqualTo(kind);
        confirmed(change, rule("syscall", before), rule("syscall", after));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        ka.verb = create and ka.target.resource = pods | jevt.value[/verb] = create and ka.target.resource in (pods) | SAME
        ka.verb = create                               | ka.verb in (create, update)                         | LOOSER
        ka.verb = create                               | ka.verb = create and ka.user.name != jane           | STRICTER
        ka.req.pod.containers.image in (nginx)         | ka.req.pod.containers.image intersects (nginx)      | LOOSER
        ka.req.pod.containers.privileged intersects (true) | ka.req.pod.initContainers.privileged intersects (true) | DIFFERENT
        ka.req.role.rules.verbs intersects ("*")       | ka.req.role.rules.verbs intersects ("*", get)       | LOOSER
        ka.req.binding.subjects.user_names intersects (a) | ka.req.binding.subjects.user_names intersects (b) | DIFFERENT
        ka.req.pod.volumes.hostpath intersects (/proc) | ka.req.pod.volumes.hostpath intersects (/proc, /)   | LOOSER
        ka.auth.decision = allow                       | ka.auth.decision exists                             | LOOSER
        ka.req.configmap.obj contains password         | ka.req.configmap.obj contains pass                  | LOOSER
        jevt.rawtime exists and ka.verb = get          | ka.verb = get                                       | SAME
        jevt.value[/requestObject/spec/hostPID] = true | ka.req.pod.host_pid = true                          | SAME
        """)
    void auditEventsAreMadeToo(String before, String after, String kind) {
        RuleChange change = only(rule("k8s_audit", before), rule("k8s_audit", after));
        assertThat(change.kind().name()).isEqualTo(kind);
        confirmed(change, rule("k8s_audit", before), rule("k8s_audit", after));
    }

    @Test
    void aRuleWithAnotherNameIsRecognizedByWhatItFiresOn() {
        RuleSetChanges changes = compare(
                rule("syscall", "evt.type = open"),
                rule("syscall", "evt.type in (open)")
                        .replace("rule: R", "rule: S")
                        .replace("NOTICE", "WARNING"));
        assertThat(changes.rules()).singleElement().satisfies(change -> {
            assertThat(change.kind()).isEqualTo(RuleChange.Kind.RENAMED);
            assertThat(change.details()).containsExactly("was \"R\"", "priority NOTICE -> WARNING");
        });
    }

    @Test
    void rulesComeAndGo() {
        RuleSetChanges changes = compare(
                rule("syscall", "evt.type = open"),
                rule("syscall", "evt.type = close").replace("rule: R", "rule: S"));
        assertThat(changes.rules())
                .extracting(change -> change.rule().name(), RuleChange::kind)
                .containsExactly(tuple("S", RuleChange.Kind.ADDED), tuple("R", RuleChange.Kind.REMOVED));
        assertThat(changes.version().major()).containsExactly("rule R was removed");
        assertThat(changes.version().minor()).containsExactly("rule S was added");
    }

    @Test
    void aDisabledRuleFiresOnLess() {
        String rule = rule("syscall", "evt.type = open");
        RuleChange change = only(rule, rule + "  enabled: false\n");
        assertThat(change.kind()).isEqualTo(RuleChange.Kind.STRICTER);
        assertThat(change.details()).containsExactly("disabled");
        assertThat(change.gained()).isEmpty();
        assertThat(change.maySilence()).isTrue();
        assertThat(only(rule + "  enabled: false\n", rule).kind()).isEqualTo(RuleChange.Kind.LOOSER);
        RuleChange both = only(rule + "  enabled: false\n", rule.replace("open", "openat") + "  enabled: false\n");
        assertThat(both.kind()).isEqualTo(RuleChange.Kind.SAME);
        assertThat(both.details()).containsExactly("another condition, but disabled in both");
        RuleChange removed = only(rule + "  enabled: false\n", "- list: l\n  items: [a]\n");
        assertThat(removed.kind()).isEqualTo(RuleChange.Kind.REMOVED);
        assertThat(removed.maySilence()).isFalse();
    }

    /** Falco tries a rule only on the types that it finds in the condition (docs/falco.md, section 3.7). */
    @Test
    void theTypesOfEventsCount() {
        String none = rule("syscall", "not concat(proc.name, 'x') = foox");
        String all = rule("syscall", "not (concat(proc.name, 'x') = foox and (proc.name = a or not proc.name = a))");
        assertThat(only(none, all).kind()).isNotEqualTo(RuleChange.Kind.SAME);
    }

    @Test
    void anotherSourceIsAnotherRule() {
        RuleChange change = only(rule("syscall", "evt.num = 7"), rule("k8s_audit", "ka.verb = get"));
        assertThat(change.kind()).isEqualTo(RuleChange.Kind.DIFFERENT);
        assertThat(change.details()).first().isEqualTo("source syscall -> k8s_audit");
    }

    @Test
    void whatOnlyDescribesARuleIsToldApart() {
        String rule = rule("syscall", "evt.type = open");
        RuleChange change = only(
                rule,
                rule.replace("NOTICE", "ERROR")
                        .replace("output: o", "output: p %proc.name")
                        .replace("desc: d", "desc: e")
                        .replace("tags: [a]", "tags: [b]"));
        assertThat(change.kind()).isEqualTo(RuleChange.Kind.SAME);
        assertThat(change.details()).containsExactly("priority NOTICE -> ERROR", "output", "tags +b -a", "description");
        assertThat(only(rule, rule.replace("output: o", "output: >\n    o")).details())
                .isEmpty();
    }

    /** A list that changed is named once, with the rules that fire on other events because of it. */
    @Test
    void changedListsAndMacrosAreNamedWithTheRulesThatTheyReach() {
        String lists = "- list: shells\n  items: [sh%s]\n- macro: shell\n  condition: proc.name in (shells)\n";
        String rules = rule("syscall", "evt.type = execve and shell")
                + rule("syscall", "evt.type = open").replace("rule: R", "rule: S");
        RuleSetChanges changes = compare(lists.formatted("") + rules, lists.formatted(", ash") + rules);
        assertThat(changes.reach()).containsOnlyKeys("list shells").containsValue(List.of("R"));
        assertThat(changes.of(RuleChange.Kind.LOOSER)).singleElement().satisfies(change -> assertThat(change.causes())
                .containsExactly("list shells"));
        assertThat(compare(
                                lists.formatted(""),
                                "- list: shells\n  items:\n    - sh\n- macro: shell\n  condition: >\n"
                                        + "    proc.name   in (shells)\n")
                        .definitions())
                .isEmpty();
    }

    /** What proofs do not see into stays open in one direction, and an event shows the other. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        evt.type = connect and fd.sip.name = a.example | evt.type = connect and fd.sip.name in (a.example, b.example) | true
        """)
    void opaqueChecksAreUndecidedWithAnEvent(String before, String after, boolean gains) {
        RuleChange change = only(rule("syscall", before), rule("syscall", after));
        assertThat(change.kind()).isEqualTo(RuleChange.Kind.UNDECIDED);
        assertThat(change.reasons()).hasSize(1);
        String event = (gains ? change.gained() : change.lost()).orElseThrow();
        assertThat(fires(rule("syscall", before), event)).isEqualTo(!gains);
        assertThat(fires(rule("syscall", after), event)).isEqualTo(gains);
    }

    @Test
    void timeThatIsUpLeavesRulesUndecided() {
        RuleSetChanges changes = RuleSetComparison.of(
                load(rule("syscall", "evt.type = open")), load(rule("syscall", "evt.type = openat")), () -> true);
        assertThat(changes.rules()).singleElement().satisfies(change -> {
            assertThat(change.kind()).isEqualTo(RuleChange.Kind.UNDECIDED);
            assertThat(change.reasons()).containsExactly("out of time");
            assertThat(change.kind().maySilence()).isTrue();
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        required_engine_version: 0.50.0 | required_engine_version: 0.57.0 | minor | required_engine_version was raised
        required_engine_version: 0.57.0 | required_engine_version: 31     | patch | required_engine_version was lowered
        list: l\\n  items: [a]           | list: l\\n  items: [b]           | patch | list l has other items
        list: l\\n  items: [a]           | list: m\\n  items: [a]           | major | list l was removed
        macro: m\\n  condition: evt.num = 7 | macro: n\\n  condition: evt.num = 7 | major | macro m was removed
        required_plugin_versions: [{name: json, version: 0.7.0}] | required_plugin_versions: [{name: json, version: 0.7.4}] | minor | the required version of plugin json was raised
        required_plugin_versions: [{name: json, version: 0.7.0}] | list: l\\n  items: [a] | minor | list l was added
        required_plugin_versions: [{name: json, version: 0.7.0}] | required_plugin_versions: [{name: json, version: 0.7.0, alternatives: [{name: k8saudit, version: 0.7.0}]}] | patch | plugin k8saudit is a new alternative
        """)
    void versionsAreRaisedAsTheRulesCheckerAsksFor(String before, String after, String bump, String reason) {
        VersionBump version = compare(
                        "- " + before.replace("\\n", "\n") + "\n", "- " + after.replace("\\n", "\n") + "\n")
                .version();
        assertThat(version.word()).contains(bump);
        assertThat(version.reasons()).contains(reason);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        evt.type in (open, openat) | evt.type = open            | major | rule R looks at fewer event types
        evt.type = open            | evt.type in (open, openat) | patch | rule R looks at more event types
        evt.type = open            | proc.name = a              | patch | rule R looks at more event types
        """)
    void eventTypesCountForVersions(String before, String after, String bump, String reason) {
        VersionBump version =
                compare(rule("syscall", before), rule("syscall", after)).version();
        assertThat(version.word()).contains(bump);
        assertThat(version.reasons()).contains(reason);
    }

    private static void confirmed(RuleChange change, String before, String after) {
        boolean gains = Stream.of("LOOSER", "DIFFERENT").anyMatch(change.kind().name()::equals);
        boolean loses =
                Stream.of("STRICTER", "DIFFERENT").anyMatch(change.kind().name()::equals);
        assertThat(change.gained().isPresent()).isEqualTo(gains);
        assertThat(change.lost().isPresent()).isEqualTo(loses);
        assertThat(change.gained().map(event -> fires(before, event)))
                .isEqualTo(change.gained().map(event -> false));
        assertThat(change.gained().map(event -> fires(after, event)))
                .isEqualTo(change.gained().map(event -> true));
        assertThat(change.lost().map(event -> fires(before, event)))
                .isEqualTo(change.lost().map(event -> true));
        assertThat(change.lost().map(event -> fires(after, event)))
                .isEqualTo(change.lost().map(event -> false));
    }

    private static boolean fires(String rules, String line) {
        Engine engine = Engine.of(load(rules).rules(), RuleMatching.ALL, Priority.DEBUG);
        List<Event> events = new EventReader().read("event", line);
        assertThat(events).hasSize(1);
        return !engine.evaluate(events.getFirst()).isEmpty();
    }

    private static RuleChange only(String before, String after) {
        return Optional.of(compare(before, after).rules())
                .filter(rules -> rules.size() == 1)
                .orElseThrow()
                .getFirst();
    }

    private static RuleSetChanges compare(String before, String after) {
        return RuleSetComparison.of(load(before), load(after), () -> false);
    }

    private static LoadedRules load(String rules) {
        LoadedRules loaded = LoadedRules.of(
                Stream.of(SourceFile.of("rules.yaml", rules)), Emulation.DEFAULT, DefinitionFinder.NOWHERE);
        assertThat(loaded.results()).as(rules).allMatch(result -> result.successful());
        return loaded;
    }

    private static String rule(String source, String condition) {
        return "- rule: R\n  desc: d\n  condition: " + condition.replace("\"", "'")
                + "\n  output: o\n  priority: NOTICE\n  source: " + source + "\n  tags: [a]\n";
    }
}
