package io.falconer.generate;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconer.condition.ConditionParser;
import io.falconer.condition.ConditionPrinter;
import io.falconer.condition.Expr;
import io.falconer.condition.Operator;
import io.falconer.condition.ParseResult;
import io.falconer.condition.Right;
import io.falconer.engine.Engine;
import io.falconer.engine.RuleMatching;
import io.falconer.event.reader.EventReader;
import io.falconer.field.Glob;
import io.falconer.policy.PolicyReader;
import io.falconer.proof.ProofCase;
import io.falconer.ruleset.Emulation;
import io.falconer.ruleset.Priority;
import io.falconer.ruleset.RuleLoader;
import io.falconer.template.Checks;
import io.falconer.template.Templates;
import io.falconer.text.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A policy's value never changes what a condition says. */
class HostileValuesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "nginx",
                "x\" or evt.num > 0 or proc.name = \"",
                "it's (not) a, list=of things",
                ") or (evt.num > 0",
                "proc.name",
                "toupper(proc.name)",
                "%proc.name",
                "two\nlines\r\t\b\f",
                "ends with a backslash\\",
                "\\",
                "\\\\",
                "\\\"",
                "*",
                "[a]?*]",
                "$allow",
                "<NA>",
                " ",
                "名前 \uD83D\uDE00",
                "\u0001\u007f",
                "oneof",
                "anyof (a)",
                "or",
            })
    void aTextStaysOneConstantThatMeansItself(String text) {
        Expr check = Checks.isText(Checks.field("proc.name"), text);
        String condition = ConditionPrinter.printQuoted(check);
        ParseResult parsed = ConditionParser.parse(condition);
        assertThat(parsed).isInstanceOf(ParseResult.Parsed.class);
        Expr read = ((ParseResult.Parsed) parsed).expr().withoutSpans();
        assertThat(read).isEqualTo(check.withoutSpans());
        Expr.Comparison comparison = (Expr.Comparison) read;
        String constant = ((Right.Text) comparison.right()).value();
        if (comparison.operator() == Operator.EQ) {
            assertThat(constant).isEqualTo(text);
        } else {
            assertThat(comparison.operator()).isEqualTo(Operator.GLOB);
            assertThat(Glob.compile(constant, false).matches(text)).isTrue();
            assertThat(Glob.compile(constant, false).matches(text + "x")).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2028", "2029", "FEFF", "000A", "000D", "0009"})
    void whatOtherReadersTakeForTheEndOfALineEndsNone(String character) {
        String text = "\"a\\u" + character + "- rule: b\"";
        SourceFile source = SourceFile.of("policy\u2028.yaml", """
                apiVersion: falconer/v1alpha1
                kind: DetectionPolicy
                metadata: {name: p}
                spec:
                  controls:
                  - kind: ListeningSockets
                    allow: [{process: TEXT}]
                  teams: [{name: t, namespaces: [n]}]
                  exceptions:
                  - {name: a, controls: [ListeningSockets], match: {process: TEXT}, reason: TEXT, owner: TEXT}
                  - {name: b, team: t, controls: [ListeningSockets], match: {process: TEXT}, reason: TEXT}
                """.replace("TEXT", text));
        Bundle bundle = bundle(source);
        RuleLoader loader = new RuleLoader(Emulation.DEFAULT);
        bundle.rulesFiles().forEach(file -> load(loader, file.path(), file.text()));
        assertThat(loader.ruleSet().rules()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x\\\") or (jevt.value[/a] exists",
                "it's (not) a, list=of things",
                "ka.user.name",
                "%ka.user.name",
                "two\\nlines",
                "ends with a backslash\\\\",
                "$required",
                "$namespace",
                "*",
                "[a]?*]",
            })
    void aValueOfATemplatesParameterMeansItself(String text) {
        Replay replay = Replay.of("""
                controls:
                - {kind: RuntimeClass, required: ["TEXT"], handlers: ["TEXT", ok]}
                - {kind: ServiceAccounts, checks: [privilegedBinding], privilegedRoles: ["TEXT"]}
                - {kind: ProtectedObjects, resources: ["TEXT"]}
                - {kind: TokenAccess, allow: [{process: "TEXT"}]}
                exceptions:
                - {name: a, controls: [ProtectedObjects, RuntimeClass, ServiceAccounts], match: {user: "TEXT"}, reason: r}
                - {name: b, controls: [TokenAccess], match: {process: "TEXTx"}, reason: r}
                """.replace("TEXT", text));
        assertThat(replay.bundle().proofs()).allSatisfy(proof -> assertThat(replay.fires(proof))
                .as(proof.rule() + ": " + proof.description())
                .isEqualTo(proof.fires()));
        assertThat(replay.bundle().proofs()).hasSizeGreaterThan(40);
    }

    @Test
    void listsOfOtherFilesAreNotPastedIntoTheRules() throws IOException {
        SourceFile source =
                SourceFile.of("policy.yaml", Files.readString(Path.of("src/test/golden/generate/hostile/policy.yaml")));
        Bundle bundle = bundle(source);
        RuleLoader loader = new RuleLoader(Emulation.DEFAULT);
        String rules = bundle.rules().stream().map(GeneratedFile::text).collect(Collectors.joining());
        load(loader, "lists.yaml", lists(source.text() + rules));
        bundle.rulesFiles().forEach(file -> load(loader, file.path(), file.text()));
        Engine engine = Engine.of(loader.ruleSet(), RuleMatching.ALL, Priority.DEBUG);
        List<ProofCase> wrong = new ArrayList<>();
        for (ProofCase proof : bundle.proofs()) {
            boolean fires = new EventReader()
                    .read("proof", String.join("\n", proof.events())).stream()
                            .flatMap(event -> engine.evaluate(event).stream())
                            .anyMatch(alert -> alert.rule().name().equals(proof.rule()));
            if (fires != proof.fires()) {
                wrong.add(proof);
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** A list for every word that stands in the policy or in the rules, as the unluckiest of users might have them. */
    private static String lists(String text) {
        StringBuilder lists = new StringBuilder();
        for (String word : new TreeSet<>(List.of(text.split("[^A-Za-z0-9_.:/*-]+", -1)))) {
            boolean keyword = List.of("", "and", "or", "not", "in", "exists", "glob", "regex", "startswith", "-")
                    .contains(word);
            if (!keyword && word.length() > 1 && !word.contains(".") && !word.startsWith("hostile_")) {
                lists.append("- list: ").append(YamlText.quoted(word)).append("\n  items: [pasted]\n");
            }
        }
        return lists.toString();
    }

    private static Bundle bundle(SourceFile source) {
        return Generator.generate(
                        PolicyReader.read(source, Templates.builtIn().kinds())
                                .value()
                                .orElseThrow()
                                .getFirst(),
                        Templates.builtIn(),
                        LocalDate.of(2026, 11, 20))
                .value()
                .orElseThrow();
    }

    private static void load(RuleLoader loader, String name, String text) {
        assertThat(loader.load(SourceFile.of(name, text)).errors()).as(name).isEmpty();
    }
}
