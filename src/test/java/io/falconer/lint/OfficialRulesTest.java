package io.falconer.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconer.Shared;
import io.falconer.ruleset.Emulation;
import io.falconer.ruleset.ItemType;
import io.falconer.ruleset.LoadedItem;
import io.falconer.ruleset.RuleLoader;
import io.falconer.text.Diagnostic;
import io.falconer.text.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Falco's own rules draw no finding that is false, and Falconer knows what they define. */
class OfficialRulesTest {
    /** What is found there is so: names of 16 bytes and more, a star in a list, an {@code or} that ends nowhere. */
    @ParameterizedTest
    @CsvSource({
        "falco-rules-5.1.0, ''",
        "k8saudit-rules-0.18.0, ''",
        "falco-incubating-rules-6.0.1, 'unset-on-listen in Network Connection outside Local Subnet'",
        "falco-sandbox-rules-6.1.0, 'escaped-blank in Sudo Potential Privilege Escalation, impossible-clause in Launch Disallowed"
                + " Container, long-name in Write below etc, long-name in Write below etc, mixed-and-or in Write below etc, star-without-glob in Write below etc'"
    })
    void drawNoFalseFinding(String release, String expected) throws IOException {
        assertThat(Findings.of(loaded(release).loaded()).stream()
                        .map(OfficialRulesTest::shown)
                        .sorted()
                        .collect(Collectors.joining(", ")))
                .isEqualTo(expected);
    }

    private static String shown(Diagnostic finding) {
        String rule = finding.message()
                .substring("rule \"".length(), finding.message().indexOf("\":"));
        return finding.code() + " in " + rule;
    }

    @ParameterizedTest
    @CsvSource({
        "falco-rules-5.1.0, falco_rules.yaml",
        "falco-incubating-rules-6.0.1, falco-incubating_rules.yaml",
        "falco-sandbox-rules-6.1.0, falco-sandbox_rules.yaml",
        "k8saudit-rules-0.18.0, k8s_audit_rules.yaml"
    })
    void defineWhatFalconerSaysTheyDefine(String release, String file) throws IOException {
        Set<String> defined = loaded(release)
                .loaded()
                .items()
                .filter(LoadedItem::defines)
                .map(item -> item.type().words() + " " + item.name())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> known = new TreeSet<>();
        Set<String> others = new TreeSet<>();
        String current = "";
        for (String line : names().lines().toList()) {
            current = line.startsWith("# ") ? line.substring(2) : current;
            if (!line.startsWith("#")) {
                (current.equals(file) ? known : others).add(line);
            }
        }
        assertThat(defined).containsAll(known);
        known.addAll(others);
        assertThat(known).containsAll(defined);
    }

    @Test
    void everyNameIsOfAKind() throws IOException {
        assertThat(names().lines().filter(line -> !line.startsWith("#")))
                .allMatch(line -> line.startsWith(ItemType.RULE.words() + " ")
                        || line.startsWith(ItemType.MACRO.words() + " ")
                        || line.startsWith(ItemType.LIST.words() + " "));
    }

    private static String names() throws IOException {
        return Files.readString(Path.of("src/main/resources/official/names.txt"), StandardCharsets.UTF_8);
    }

    private static RuleLoader loaded(String release) throws IOException {
        Path file = Shared.path("releases/" + release + ".yaml");
        RuleLoader loader = new RuleLoader(Emulation.DEFAULT);
        assertThat(loader.load(SourceFile.of(file.getFileName().toString(), Files.readString(file)))
                        .errors())
                .isEmpty();
        return loader;
    }
}
