package io.falconer.cli;

import io.falconer.cli.file.UnloadableException;
import io.falconer.generate.Bundle;
import io.falconer.generate.Generator;
import io.falconer.policy.Policy;
import io.falconer.policy.PolicyReader;
import io.falconer.template.Templates;
import io.falconer.text.Diagnostic;
import io.falconer.text.Outcome;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What rules are generated with. */
final class GeneratorOptions {
    @Option(
            order = 71,
            names = "--as-of",
            paramLabel = "DATE",
            description = "The day on which exceptions must hold, such as 2026-03-01. Default: today.")
    private Optional<LocalDate> asOf = Optional.empty();

    @Mixin
    private final TemplateOptions templates = new TemplateOptions();

    /** A bundle, and the file its policy stands in. */
    record Generated(Input input, Bundle bundle) {}

    LocalDate asOf(Environment environment) {
        return asOf.orElseGet(() -> LocalDate.now(environment.clock()));
    }

    boolean namesTemplates() {
        return templates.areNamed();
    }

    Templates templates(Environment environment, Console console) {
        return templates.read(environment, console);
    }

    private static Outcome<List<Policy>> read(Input input, Environment environment, Templates templates) {
        try {
            return PolicyReader.read(input.text(environment), templates.kinds());
        } catch (UnloadableException e) {
            return Outcome.failed(e.diagnostics());
        }
    }

    /** The bundles of all policies that the arguments name; every policy's errors are shown before the command fails. */
    List<Generated> bundles(Environment environment, Console console, List<String> arguments) {
        Templates ready = templates(environment, console);
        LocalDate day = asOf(environment);
        List<Generated> bundles = new ArrayList<>();
        List<Diagnostic> problems = new ArrayList<>();
        Map<String, String> names = new LinkedHashMap<>();
        boolean failed = false;
        for (Input input : new Inputs(environment).find(arguments, Inputs.Kind.POLICIES)) {
            Outcome<List<Policy>> read = read(input, environment, ready);
            problems.addAll(read.diagnostics());
            failed |= read.value().isEmpty();
            for (Policy policy : read.value().orElse(List.of())) {
                Outcome<Bundle> bundle = Generator.generate(policy, ready, day);
                problems.addAll(bundle.diagnostics());
                failed |= bundle.value().isEmpty();
                bundle.value().ifPresent(b -> bundles.add(new Generated(input, b)));
                String other = names.putIfAbsent(policy.name(), input.name());
                if (other != null) {
                    failed = true;
                    problems.add(Diagnostic.fileError(
                            "duplicate-policy",
                            "two policies are called \"" + policy.name() + "\": in " + other + " and in "
                                    + input.name()));
                }
            }
        }
        if (!failed && bundles.isEmpty()) {
            failed = true;
            problems.add(Diagnostic.fileError("no-policy", "no policy in " + String.join(" ", arguments)));
        }
        if (failed) {
            throw new UnloadableException(
                    problems.stream().sorted(Diagnostic.ORDER).toList());
        }
        console.show(problems);
        return bundles;
    }
}
