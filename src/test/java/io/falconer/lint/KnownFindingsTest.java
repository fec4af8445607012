package io.falconer.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconer.ruleset.DefinitionFinder;
import io.falconer.ruleset.Emulation;
import io.falconer.ruleset.Falco;
import io.falconer.ruleset.LoadedRules;
import io.falconer.ruleset.RulesDocuments;
import io.falconer.text.SourceFile;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Findings of another version are those of this version. */
class KnownFindingsTest {
    private static final String RULES = """
            - list: shells
              items: [bash, sh]
            - macro: opened
              condition: evt.type in (open, openat) and fd.name glob /etc/*
            - rule: r
              desc: d
              condition: opened and proc.name in (shells) and container.image.repository = "nginx:1.0"
              output: o %%proc.name
              priority: WARNING
            - rule: s
              desc: d
              condition: evt.type = accept and (proc.name = a or proc.name = b and not fd.sport = 70000) %s
              output: o
              priority: WARNING
            """;

    private static Stream<String> rules() {
        return Stream.of(
                RULES.formatted(""),
                RULES.formatted("and proc.name = \"\\x41\""), // 0.45 alone reads such an escape
                RULES.formatted("") + "- {macro: opened, condition: 'evt.type = open and fd.name = \"a\\x42*\"'}\n",
                RULES.formatted("") + "- {rule: s, condition: and fd.nonsense = a, override: {condition: append}}\n",
                RULES.formatted("")
                        + "- {rule: t, desc: d, condition: evt.latency.s > 1, output: o, priority: INFO}\n");
    }

    @ParameterizedTest
    @MethodSource("rules")
    void areThoseOfThisVersion(String text) {
        List<SourceFile> files = List.of(
                SourceFile.of("one.yaml", RULES.formatted("")),
                SourceFile.of("two.yaml", text),
                SourceFile.of("three.yaml", "- {list: shells, items: [zsh], override: {items: append}}\n"));
        RulesDocuments documents = new RulesDocuments();
        KnownFindings known = KnownFindings.in(load(files, Falco.NEWEST, documents));
        for (Falco falco : Falco.ALL) {
            LoadedRules shared = load(files, falco, documents);
            LoadedRules alone = load(files, falco, new RulesDocuments());
            assertThat(shared.results()).as(falco.release()).isEqualTo(alone.results());
            assertThat(Findings.of(shared, file -> false, List.of(), false, known))
                    .as(falco.release())
                    .isEqualTo(Findings.of(alone))
                    .isNotEmpty();
        }
    }

    private static LoadedRules load(List<SourceFile> files, Falco falco, RulesDocuments documents) {
        return LoadedRules.of(files.stream(), Emulation.of(falco), DefinitionFinder.NOWHERE, documents);
    }
}
