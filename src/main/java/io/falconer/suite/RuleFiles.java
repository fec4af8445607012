package io.falconer.suite;

import io.falconer.engine.RulesInForce;
import io.falconer.ruleset.Emulation;
import io.falconer.text.Diagnostic;
import io.falconer.text.Outcome;
import io.falconer.text.SourceFile;
import java.util.ArrayList;
import java.util.List;

/** Loads the rules under test: rules files, or the rules of a policy. */
final class RuleFiles {
    private final Emulation emulation;
    private final PolicyRules generated;

    RuleFiles(Emulation emulation, PolicyRules generated) {
        this.emulation = emulation;
        this.generated = generated;
    }

    Outcome<RulesInForce> load(RulesUnderTest rules, ReferencedFiles sources) {
        return switch (rules) {
            case RulesUnderTest.RulesFiles files -> {
                List<SourceFile> texts = new ArrayList<>();
                List<Diagnostic> problems = new ArrayList<>();
                for (FileRef file : files.files()) {
                    Outcome<SourceFile> text = sources.rules(file);
                    problems.addAll(text.diagnostics());
                    text.value().ifPresent(texts::add);
                }
                yield problems.isEmpty() ? RulesInForce.load(texts.stream(), emulation) : Outcome.failed(problems);
            }
            case RulesUnderTest.PolicyFile policy -> {
                Outcome<SourceFile> text = sources.read(policy.file());
                yield text.value().isPresent()
                        ? generated.of(text.value().get(), each -> true)
                        : Outcome.failed(text.diagnostics());
            }
            case RulesUnderTest.OwnPolicy own ->
                generated.of(own.file(), each -> each.name().equals(own.policy()));
        };
    }
}
