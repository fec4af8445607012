package io.falconer.generate;

import io.falconer.engine.Alert;
import io.falconer.engine.Engine;
import io.falconer.engine.RuleMatching;
import io.falconer.event.Event;
import io.falconer.event.manifest.AuditEvents;
import io.falconer.event.manifest.AuditOptions;
import io.falconer.event.manifest.Manifests;
import io.falconer.event.reader.EventReader;
import io.falconer.policy.PolicyReader;
import io.falconer.proof.ProofCase;
import io.falconer.ruleset.Emulation;
import io.falconer.ruleset.Falco;
import io.falconer.ruleset.Priority;
import io.falconer.ruleset.RuleLoader;
import io.falconer.ruleset.RuleSet;
import io.falconer.template.Templates;
import io.falconer.text.SourceFile;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A policy's generated rules over events, as {@code event}, {@code generate} and {@code replay} would do it. */
final class Replay {
    static final AuditOptions SENT = AuditOptions.at(Instant.parse("2026-01-01T00:00:00Z"));

    private final Engine engine;
    private final Optional<Bundle> bundle;

    private Replay(Engine engine, Optional<Bundle> bundle) {
        this.engine = engine;
        this.bundle = bundle;
    }

    /** A policy whose name is {@code p} with this spec. */
    static Replay of(String spec) {
        return ofPolicy(
                "apiVersion: falconer/v1alpha1\nkind: DetectionPolicy\nmetadata: {name: p}\nspec:\n" + spec.indent(2));
    }

    static Replay ofPolicy(String policy) {
        var read = PolicyReader.read(
                SourceFile.of("policy.yaml", policy), Templates.builtIn().kinds());
        var generated = Generator.generate(
                read.value()
                        .orElseThrow(() -> new AssertionError(read.diagnostics()))
                        .getFirst(),
                Templates.builtIn(),
                LocalDate.of(2026, 11, 20));
        Bundle bundle = generated.value().orElseThrow(() -> new AssertionError(generated.diagnostics()));
        return of(bundle, Falco.NEWEST);
    }

    /** The rules of a bundle in a Falco. */
    static Replay of(Bundle bundle, Falco falco) {
        RuleLoader loader = new RuleLoader(Emulation.of(falco));
        bundle.rulesFiles().forEach(file -> loader.load(SourceFile.of(file.path(), file.text())));
        return new Replay(Engine.of(loader.ruleSet(), RuleMatching.ALL, Priority.DEBUG), Optional.of(bundle));
    }

    /** Rules that are not generated. */
    static Replay of(RuleSet rules) {
        return new Replay(Engine.of(rules, RuleMatching.ALL, Priority.DEBUG), Optional.empty());
    }

    Bundle bundle() {
        return bundle.orElseThrow();
    }

    /** The names of the rules that fire on what becomes of the manifests, without the policy's. */
    Set<String> firedByManifests(String manifests, AuditOptions options) {
        return firedBy(events(manifests, options));
    }

    /** What becomes of the manifests. */
    static List<Event> events(String manifests, AuditOptions options) {
        var objects = Manifests.read(SourceFile.of("manifest.yaml", manifests));
        return read(
                AuditEvents.of(objects.value().orElseThrow(() -> new AssertionError(objects.diagnostics())), options));
    }

    /** Whether the rule of a proof fires on the proof's events. */
    boolean fires(ProofCase proof) {
        return fired(proof.events()).stream().anyMatch(rule -> proof.rule().endsWith(": " + rule));
    }

    /** The names of the rules that fire on events, one JSON document each, without the policy's. */
    Set<String> fired(List<String> events) {
        return firedBy(read(events));
    }

    private static List<Event> read(List<String> events) {
        return new EventReader().read("events", String.join("\n", events));
    }

    /** The names of the rules that fire on events, without the policy's. */
    Set<String> firedBy(List<Event> events) {
        Set<String> rules = new TreeSet<>();
        events.stream()
                .flatMap(event -> engine.evaluate(event).stream())
                .map((Alert alert) -> alert.rule().name())
                .forEach(name -> rules.add(name.substring(name.startsWith("p: ") ? 3 : 0)));
        return rules;
    }
}
