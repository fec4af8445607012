package io.falconer.generate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.falconer.engine.Engine;
import io.falconer.engine.RuleMatching;
import io.falconer.event.reader.EventReader;
import io.falconer.policy.Policy;
import io.falconer.policy.PolicyReader;
import io.falconer.proof.ProofCase;
import io.falconer.ruleset.Emulation;
import io.falconer.ruleset.Priority;
import io.falconer.ruleset.Rule;
import io.falconer.ruleset.RuleLoader;
import io.falconer.suite.SuiteReader;
import io.falconer.template.Templates;
import io.falconer.text.Outcome;
import io.falconer.text.Severity;
import io.falconer.text.SourceFile;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * Whatever stands in a text of a policy: it is refused with a place, or the rules load, mean what the policy says, and hold
 * the text as it is for every reader of YAML.
 */
class HostileTextsTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Templates TEMPLATES = Templates.builtIn();

    /** What some reader takes for something else, and characters that break lines, quotes and readers. */
    private static final List<String> PARTS = List.of(
            "null",
            "~",
            "yes",
            "No",
            "true",
            "y",
            "1",
            "0x1F",
            "1e3",
            ".inf",
            "2026-01-01",
            "pci:",
            ":",
            ": ",
            "#",
            " #",
            "# ",
            " ",
            "-",
            "- ",
            "? ",
            "&a",
            "*",
            "*a",
            "!t",
            "|",
            ">",
            "%",
            "@",
            "`",
            "{",
            "}",
            "[",
            "]",
            ",",
            "'",
            "\"",
            "\\",
            "<<",
            "=",
            "---",
            "...",
            "\n",
            "\r\n",
            "\t",
            "\n\n  - rule: x",
            "\u0000",
            "\u0007",
            "\u001b[31m",
            "\u007f",
            "\u0085",
            "\u009b",
            "\u00a0",
            "\u2028",
            "\u202e",
            "\ufeff",
            "\ufffe",
            "\uffff",
            "\ud83d",
            "\ude00",
            "\ud83d\ude00",
            "é",
            "名",
            "and",
            "or",
            "not",
            "in",
            "proc.name",
            "(a)",
            "a",
            "b",
            "Z",
            "9",
            "_",
            ".",
            "/",
            "$allow",
            "${a}",
            "<NA>",
            "%proc.name",
            "nginx",
            "deny");

    /** How many texts of several parts are tried in each place. */
    private static final int JOINED = 15;

    /** The texts of a policy, and where they are put into the one below. */
    private static final Map<String, BiConsumer<ObjectNode, String>> TEXTS = texts();

    private static final String POLICY = """
            {"apiVersion": "falconer/v1alpha1", "kind": "DetectionPolicy", "metadata": {"name": "p"}, "spec": {
              "maxContainers": 1, "tags": ["first"], "match": {"excludeNamespaces": ["kube-system"]},
              "controls": [
                {"kind": "ResourceLimits", "limits": ["memory"], "tags": ["second"]},
                {"kind": "AllowedImages", "allow": [{"namespaces": ["*"], "images": ["registry.example.com/*"]}], "denyTags": ["old"]},
                {"kind": "ListeningSockets", "allow": [{"process": "nginx", "namespace": "web", "image": "nginx"}]},
                {"kind": "RuntimeClass", "required": ["gvisor"]},
                {"kind": "TokenAccess", "allow": [{"process": "agent"}]}],
              "teams": [{"name": "t", "namespaces": ["payments-*"], "owner": "o@example.com"}],
              "exceptions": [
                {"name": "e", "controls": ["ResourceLimits"], "match": {"user": "u", "serviceAccount": "s"}, "reason": "r", "owner": "o"},
                {"name": "f", "team": "t", "controls": ["ListeningSockets"], "match": {"process": "x"}, "reason": "r", "expires": "2030-01-01"},
                {"name": "g", "controls": ["AllowedImages"], "match": {"image": "other.example.com/a", "namespace": "web"}, "reason": "r"}]}}
            """;

    private static final List<String> ONE_OF_EACH_SOURCE = List.of("ListeningSockets", "RuntimeClass");

    private static Map<String, BiConsumer<ObjectNode, String>> texts() {
        Map<String, BiConsumer<ObjectNode, String>> texts = new LinkedHashMap<>();
        for (String pointer : List.of(
                "/metadata/name",
                "/spec/tags/0",
                "/spec/match/excludeNamespaces/0",
                "/spec/priority",
                "/spec/view",
                "/spec/controls/0/limits/0",
                "/spec/controls/0/tags/0",
                "/spec/controls/1/allow/0/namespaces/0",
                "/spec/controls/1/allow/0/images/0",
                "/spec/controls/1/denyTags/0",
                "/spec/controls/2/allow/0/process",
                "/spec/controls/2/allow/0/namespace",
                "/spec/controls/2/allow/0/image",
                "/spec/controls/3/required/0",
                "/spec/controls/4/allow/0/process",
                "/spec/teams/0/name",
                "/spec/teams/0/namespaces/0",
                "/spec/teams/0/owner",
                "/spec/exceptions/0/name",
                "/spec/exceptions/0/match/user",
                "/spec/exceptions/0/match/serviceAccount",
                "/spec/exceptions/0/reason",
                "/spec/exceptions/0/owner",
                "/spec/exceptions/1/match/process",
                "/spec/exceptions/1/reason",
                "/spec/exceptions/1/expires",
                "/spec/exceptions/2/match/image",
                "/spec/exceptions/2/match/namespace")) {
            int slash = pointer.lastIndexOf('/');
            String last = pointer.substring(slash + 1);
            texts.put(pointer, (policy, text) -> put(policy.at(pointer.substring(0, slash)), last, text));
        }
        return texts;
    }

    private static void put(JsonNode into, String key, String text) {
        switch (into) {
            case ArrayNode list ->
                list.set(Integer.parseInt(key), JSON.getNodeFactory().textNode(text));
            case JsonNode object -> ((ObjectNode) object).put(key, text);
        }
    }

    static Stream<String> pointers() {
        return TEXTS.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("pointers")
    void aTextIsRefusedWithAPlaceOrMeansItself(String pointer) throws Exception {
        Random random = new Random(pointer.hashCode());
        for (int i = 0; i < PARTS.size() + JOINED; i++) {
            StringBuilder text = new StringBuilder(i < PARTS.size() ? PARTS.get(i) : "");
            for (int parts = i < PARTS.size() ? 0 : 1 + random.nextInt(4); parts > 0; parts--) {
                text.append(PARTS.get(random.nextInt(PARTS.size())));
            }
            judge(pointer, text.toString(), "policy.yaml");
        }
    }

    @Test
    void theNameOfThePolicysFileIsAnyText() throws Exception {
        for (String part : PARTS) {
            judge("/spec/exceptions/0/reason", "r", "dir/" + part + ".yaml");
        }
    }

    private static final String TEMPLATE = """
            {"apiVersion": "falconer/v1alpha1", "kind": "RuleTemplate", "metadata": {"name": "Own"}, "spec": {
              "source": "syscall", "parameters": {"allow": "texts"}, "constants": {"known": "a"}, "rules": [{
                "check": "own check", "name": "Own name", "desc": "Own description", "output": "Own output %proc.name",
                "tags": ["own"], "condition": "evt.type = listen and not proc.name in ($allow) and not proc.name = $known",
                "caveats": [{"exactness": "under", "reason": "own reason", "narrows": "own words"}],
                "examples": {"violates": [{"event": {"evt.type": "listen", "proc.name": "x"}}],
                             "complies": [{"event": {"evt.type": "listen", "proc.name": "b"}}]}}]}}
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/metadata/name",
                "/spec/constants/known",
                "/spec/rules/0/check",
                "/spec/rules/0/name",
                "/spec/rules/0/desc",
                "/spec/rules/0/output",
                "/spec/rules/0/tags/0",
                "/spec/rules/0/caveats/0/reason",
                "/spec/rules/0/caveats/0/narrows"
            })
    void aTextOfATemplateIsRefusedWithAPlaceOrTheRulesLoad(String pointer) throws Exception {
        Random random = new Random(pointer.hashCode());
        int slash = pointer.lastIndexOf('/');
        assertThat(TEMPLATES.with(List.of(SourceFile.of("own.yaml", TEMPLATE))).diagnostics())
                .isEmpty();
        for (int i = 0; i < PARTS.size() + JOINED; i++) {
            String text =
                    PARTS.get(i % PARTS.size()) + (i < PARTS.size() ? "" : PARTS.get(random.nextInt(PARTS.size())));
            ObjectNode json = (ObjectNode) JSON.readTree(TEMPLATE);
            put(json.at(pointer.substring(0, slash)), pointer.substring(slash + 1), text);
            Outcome<Templates> templates = TEMPLATES.with(List.of(SourceFile.of("own.yaml", ascii(json.toString()))));
            String what = pointer + " = " + ascii(text);
            if (templates.value().isEmpty()) {
                assertThat(templates.diagnostics()).as(what).allMatch(d -> d.location()
                        .isPresent());
                continue;
            }
            ObjectNode policy = (ObjectNode) JSON.readTree("""
                    {"apiVersion": "falconer/v1alpha1", "kind": "DetectionPolicy", "metadata": {"name": "p"},
                     "spec": {"controls": [{"allow": ["b"]}]}}
                    """);
            ((ObjectNode) policy.at("/spec/controls/0"))
                    .put("kind", json.at("/metadata/name").asText());
            assertLoads(
                    SourceFile.of("policy.yaml", ascii(policy.toString())),
                    templates.value().get(),
                    "",
                    "",
                    what);
        }
    }

    private static void judge(String pointer, String text, String file) throws Exception {
        ObjectNode json = (ObjectNode) JSON.readTree(POLICY);
        TEXTS.get(pointer).accept(json, text);
        keepReached((ObjectNode) json.get("spec"), pointer);
        assertLoads(
                SourceFile.of(file, ascii(json.toString())), TEMPLATES, pointer, text, pointer + " = " + ascii(text));
    }

    /** Leaves out the controls that a text cannot reach, with their exceptions: a whole policy takes seconds for each pointer. */
    private static void keepReached(ObjectNode spec, String pointer) {
        String kind = spec.at(pointer.replaceFirst("/spec(/controls/\\d+)?.*", "$1/kind"))
                .asText(spec.at(pointer.replaceFirst("/spec(/exceptions/\\d+)?.*", "$1/controls/0"))
                        .asText());
        List<String> reached = kind.isEmpty() ? ONE_OF_EACH_SOURCE : List.of(kind);
        removeUnless(
                spec.withArray("controls"),
                each -> reached.contains(each.at("/kind").asText()));
        removeUnless(
                spec.withArray("exceptions"),
                each -> reached.contains(each.at("/controls/0").asText()));
    }

    private static void removeUnless(ArrayNode items, Predicate<JsonNode> kept) {
        List<JsonNode> keep = new ArrayList<>();
        items.forEach(item -> {
            if (kept.test(item)) {
                keep.add(item);
            }
        });
        items.removeAll();
        items.addAll(keep);
    }

    private static void assertLoads(SourceFile source, Templates templates, String pointer, String text, String what) {
        Outcome<List<Policy>> read = PolicyReader.read(source, templates.kinds());
        Outcome<Bundle> made = read.value().isEmpty()
                ? new Outcome<>(Optional.empty(), read.diagnostics())
                : Generator.generate(read.value().get().getFirst(), templates, LocalDate.of(2026, 1, 1));
        if (made.value().isEmpty()) {
            assertThat(made.diagnostics())
                    .as(what)
                    .filteredOn(d -> d.severity() == Severity.ERROR)
                    .isNotEmpty()
                    .allMatch(d -> d.location().isPresent());
            return;
        }
        Bundle bundle = made.value().get();
        RuleLoader loader = new RuleLoader(Emulation.DEFAULT);
        bundle.rulesFiles().forEach(each -> assertThat(
                        loader.load(SourceFile.of(each.path(), each.text())).errors())
                .as(what)
                .isEmpty());
        List<Rule> rules = loader.ruleSet().rules();
        if (pointer.endsWith("tags/0")) {
            assertThat(rules).as(what).anySatisfy(rule -> assertThat(rule.tags())
                    .contains(text));
        }
        if (pointer.endsWith("reason") || pointer.endsWith("exceptions/0/owner")) {
            assertThat(bundle.rulesFiles()).as(what).anySatisfy(each -> assertThat(
                            each.text().replaceAll("\n *# ", " "))
                    .contains(text.replaceAll("[\\s\\p{Cc}\\p{Zl}\\p{Zp}\\x{FEFF}]+", " ")
                            .strip()));
        }
        for (GeneratedFile each : bundle.rulesFiles()) {
            readByOthers(each, what);
        }
        assertThat(wrong(bundle, loader)).as(what).isEmpty();
        for (GeneratedFile each : bundle.suite()) {
            if (each.path().endsWith("_test.yaml")) {
                assertThat(SuiteReader.read(SourceFile.of(each.path(), each.text()))
                                .diagnostics())
                        .as(what)
                        .isEmpty();
            }
        }
    }

    /** To a reader by YAML's schema of 1.1 too every tag is a text, and nothing is a key or an item of its own. */
    private static void readByOthers(GeneratedFile file, String what) {
        Object read = new Yaml(new SafeConstructor(new LoaderOptions())).load(file.text());
        assertThat(read).as(what).isInstanceOfSatisfying(List.class, items -> {
            for (Object item : items) {
                assertThat(item).as(what).isInstanceOfSatisfying(Map.class, map -> {
                    assertThat(map.keySet()).as(what).allMatch(key -> KEYS.contains(String.valueOf(key)));
                    if (map.get("tags") instanceof List<?> tags) {
                        assertThat(tags).as(what).allMatch(tag -> tag instanceof String);
                    }
                });
            }
        });
    }

    private static final List<String> KEYS = List.of(
            "rule",
            "desc",
            "condition",
            "output",
            "priority",
            "source",
            "tags",
            "exceptions",
            "override",
            "macro",
            "list",
            "required_engine_version",
            "required_plugin_versions");

    private static List<String> wrong(Bundle bundle, RuleLoader loader) {
        Engine engine = Engine.of(loader.ruleSet(), RuleMatching.ALL, Priority.DEBUG);
        List<String> wrong = new ArrayList<>();
        for (ProofCase proof : bundle.proofs()) {
            boolean fires = new EventReader()
                    .read("proof", String.join("\n", proof.events())).stream()
                            .flatMap(event -> engine.evaluate(event).stream())
                            .anyMatch(alert -> alert.rule().name().equals(proof.rule()));
            if (fires != proof.fires()) {
                wrong.add(proof.rule() + ": " + proof.description());
            }
        }
        return wrong;
    }

    /** The text with all that is not ASCII as escapes of JSON, which YAML knows too. */
    private static String ascii(String text) {
        StringBuilder out = new StringBuilder();
        text.chars()
                .forEach(c -> out.append(c < ' ' || c > '~' ? String.format("\\u%04x", c) : String.valueOf((char) c)));
        return out.toString();
    }
}
