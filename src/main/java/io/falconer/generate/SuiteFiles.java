package io.falconer.generate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.falconer.policy.Policy;
import io.falconer.proof.ProofCase;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Writes the proofs of a bundle as a suite: for each rule, the events that fire it and the events that do not. */
final class SuiteFiles {
    /** The key under which an event says what it shows. Neither Falco's fields nor the rules read it. */
    static final String CASE = "falconer/case";

    private static final int LONGEST_SLUG = 60;

    private final Policy policy;
    private final JsonMapper json = new JsonMapper();
    private final Set<String> slugs = new HashSet<>();
    private final List<GeneratedFile> fixtures = new ArrayList<>();
    private final StringBuilder tests = new StringBuilder();

    private SuiteFiles(Policy policy) {
        this.policy = policy;
    }

    /** The path of a policy's suite. */
    static String path(Policy policy) {
        return "tests/" + policy.name() + "_test.yaml";
    }

    /** The directory of a policy's fixtures. */
    static String directory(Policy policy) {
        return "tests/fixtures/" + policy.name();
    }

    /**
     * The suite and its fixtures; empty if there is nothing to prove.
     *
     * @param rules the files under test, in the order in which they load
     */
    static List<GeneratedFile> of(Policy policy, List<GeneratedFile> rules, List<ProofCase> proofs) {
        SuiteFiles files = new SuiteFiles(policy);
        Map<String, List<ProofCase>> byRule = new LinkedHashMap<>();
        proofs.forEach(proof ->
                byRule.computeIfAbsent(proof.rule(), rule -> new ArrayList<>()).add(proof));
        byRule.forEach(files::rule);
        if (byRule.isEmpty()) {
            return List.of();
        }
        List<GeneratedFile> all = new ArrayList<>();
        all.add(new GeneratedFile(path(policy), files.suite(rules)));
        all.addAll(files.fixtures);
        return all;
    }

    private String suite(List<GeneratedFile> rules) {
        StringBuilder suite = new StringBuilder(Header.of(policy, "The proofs of the rules"));
        suite.append("apiVersion: falconer/v1alpha1\nkind: RuleTest\nmetadata: {name: ")
                .append(YamlText.quoted(policy.name()));
        suite.append("}\nrules:\n");
        rules.forEach(file -> suite.append("  - ../").append(file.path()).append('\n'));
        // Each test is about one rule. The other rules that fire on the same event have their own tests.
        return suite.append("defaults: {unexpected: ignore, ruleMatching: all}\ntests:\n")
                .append(tests)
                .toString();
    }

    private void rule(String rule, List<ProofCase> proofs) {
        String slug = slug(rule);
        List<String> fires = new ArrayList<>();
        List<String> silent = new ArrayList<>();
        proofs.forEach(proof -> proof.events()
                .forEach(event -> (proof.fires() ? fires : silent).add(said(json, event, proof.description()))));
        String quoted = YamlText.literal(rule);
        if (!fires.isEmpty()) {
            test(rule + ": fires", slug + "_fires", fires);
            tests.append("    expect:\n      - {rule: ").append(quoted);
            tests.append(", count: ").append(fires.size()).append("}\n");
        }
        if (!silent.isEmpty()) {
            test(rule + ": silent", slug + "_silent", silent);
            tests.append("    silent: [").append(quoted).append("]\n");
        }
    }

    private void test(String name, String file, List<String> events) {
        tests.append("  - name: ").append(YamlText.literal(name)).append('\n');
        tests.append("    event: {file: fixtures/").append(policy.name());
        tests.append('/').append(file).append(".jsonl}\n");
        fixtures.add(new GeneratedFile(directory(policy) + "/" + file + ".jsonl", String.join("\n", events) + "\n"));
    }

    /** The event, with a key that says what it shows. */
    static String said(JsonMapper json, String event, String description) {
        try {
            ObjectNode object = (ObjectNode) json.readTree(event);
            if (object.path("source").asText().equals("syscall")) {
                object.put(CASE, description);
            } else {
                object.withObject("/annotations").put(CASE, description);
            }
            return object.toString();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the events of proofs are always JSON", e);
        }
    }

    /** The events that the rule evaluated, as a file name. */
    private String slug(String rule) {
        String seen = rule.substring(policy.name().length());
        String words =
                seen.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_").replaceAll("^_|_$", "");
        String slug = words.substring(0, Math.min(words.length(), LONGEST_SLUG));
        String unique = slug;
        for (int i = 2; !slugs.add(unique); i++) {
            unique = slug + "_" + i;
        }
        return unique;
    }
}
