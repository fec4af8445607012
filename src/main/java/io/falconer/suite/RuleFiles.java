package io.falconer.suite;

import io.falconer.generate.Bundle;
import io.falconer.generate.GeneratedFile;
import io.falconer.generate.Generator;
import io.falconer.policy.Policy;
import io.falconer.policy.PolicyReader;
import io.falconer.ruleset.Emulation;
import io.falconer.ruleset.LoadIssue;
import io.falconer.ruleset.LoadResult;
import io.falconer.ruleset.RuleLoader;
import io.falconer.template.Templates;
import io.falconer.text.Diagnostic;
import io.falconer.text.Outcome;
import io.falconer.text.SourceFile;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Loads the rules under test: rules files, or what is generated from a policy. */
final class RuleFiles {
    private final LoadedBundles bundles;
    private final Templates templates;
    private final LocalDate asOf;

    RuleFiles(LoadedBundles bundles, Templates templates, LocalDate asOf) {
        this.bundles = bundles;
        this.templates = templates;
        this.asOf = asOf;
    }

    Outcome<RulesInForce> load(RulesUnderTest rules, Sources sources) {
        return switch (rules) {
            case RulesUnderTest.RulesFiles files -> {
                List<SourceFile> texts = new ArrayList<>();
                List<Diagnostic> problems = new ArrayList<>();
                for (FileRef file : files.files()) {
                    Outcome<SourceFile> text = sources.rules(file);
                    problems.addAll(text.diagnostics());
                    text.value().ifPresent(texts::add);
                }
                yield problems.isEmpty() ? loadFiles(texts, bundles.emulation()) : Outcome.failed(problems);
            }
            case RulesUnderTest.PolicyFile policy -> {
                Outcome<SourceFile> text = sources.read(policy.file());
                yield text.value().isPresent()
                        ? generated(text.value().get(), each -> true)
                        : Outcome.failed(text.diagnostics());
            }
            case RulesUnderTest.OwnPolicy own ->
                generated(own.file(), each -> each.name().equals(own.policy()));
        };
    }

    /** The rules of bundles together, their exceptions in force. */
    static Outcome<RulesInForce> load(List<Bundle> bundles, Emulation emulation) {
        return loadFiles(bundles.stream().flatMap(b -> files(b).stream()).toList(), emulation);
    }

    private Outcome<RulesInForce> generated(SourceFile policy, Predicate<Policy> wanted) {
        List<Bundle> known = bundles.of(policy, wanted);
        Outcome<List<Bundle>> made = known.isEmpty() ? generate(policy, wanted) : Outcome.of(known);
        if (made.value().isEmpty()) {
            return Outcome.failed(made.diagnostics());
        }
        List<Bundle> all = made.value().get();
        Outcome<RulesInForce> loaded = all.size() == 1 ? bundles.load(all.getFirst()) : load(all, bundles.emulation());
        return new Outcome<>(
                loaded.value(),
                Stream.concat(made.diagnostics().stream(), loaded.diagnostics().stream())
                        .toList());
    }

    private Outcome<List<Bundle>> generate(SourceFile policy, Predicate<Policy> wanted) {
        Outcome<List<Policy>> policies = PolicyReader.read(policy, templates.kinds());
        if (policies.value().isEmpty()) {
            return Outcome.failed(policies.diagnostics());
        }
        List<Bundle> made = new ArrayList<>();
        List<Diagnostic> problems = new ArrayList<>();
        for (Policy each : policies.value().get().stream().filter(wanted).toList()) {
            Outcome<Bundle> bundle = Generator.generate(each, templates, asOf);
            problems.addAll(bundle.diagnostics());
            bundle.value().ifPresent(made::add);
        }
        return Outcome.unlessErrors(made, problems);
    }

    private static List<SourceFile> files(Bundle bundle) {
        List<SourceFile> files = new ArrayList<>();
        files.add(source(bundle.rules()));
        bundle.exceptions().forEach(e -> files.add(source(e)));
        return files;
    }

    private static SourceFile source(GeneratedFile file) {
        return SourceFile.of(file.path(), file.text());
    }

    private static Outcome<RulesInForce> loadFiles(List<SourceFile> files, Emulation emulation) {
        RuleLoader loader = new RuleLoader(emulation);
        for (SourceFile file : files) {
            LoadResult result = loader.load(file);
            if (!result.successful()) {
                List<Diagnostic> problems = new ArrayList<>();
                result.errors().stream().map(LoadIssue::diagnostic).forEach(problems::add);
                result.pluginError()
                        .ifPresent(e -> problems.add(Diagnostic.fileError("plugin-version", file.name() + ": " + e)));
                return Outcome.failed(problems);
            }
        }
        return Outcome.of(new RulesInForce(loader.ruleSet()));
    }
}
