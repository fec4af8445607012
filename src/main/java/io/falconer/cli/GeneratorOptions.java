package io.falconer.cli;

import io.falconer.cli.file.UnloadableException;
import io.falconer.generate.Bundle;
import io.falconer.generate.PolicyFiles;
import io.falconer.template.Templates;
import io.falconer.text.Diagnostic;
import io.falconer.text.Outcome;
import io.falconer.text.SourceFile;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options for generating rules. */
final class GeneratorOptions {
    @Option(
            order = 71,
            names = "--as-of",
            paramLabel = "DATE",
            description = "Day on which exceptions must still be valid, such as 2026-03-01. Default: today.")
    private Optional<LocalDate> asOf = Optional.empty();

    @Mixin
    private final TemplateOptions templates = new TemplateOptions();

    /** A bundle, and the input that contains its policy. */
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

    /** The bundles of all policies that the arguments name. The errors of all policies are shown before the command fails. */
    List<Generated> bundles(Environment environment, Console console, List<String> arguments) {
        PolicyFiles files = new PolicyFiles(templates(environment, console), asOf(environment));
        Map<SourceFile, Input> inputs = new LinkedHashMap<>();
        List<Diagnostic> problems = new ArrayList<>();
        for (Input input : new Inputs(environment).find(arguments, Inputs.Kind.POLICIES)) {
            try {
                inputs.put(input.text(environment), input);
            } catch (UnloadableException e) {
                problems.addAll(e.diagnostics());
            }
        }
        Outcome<List<Bundle>> bundles = files.bundles(inputs.keySet());
        problems.addAll(bundles.diagnostics());
        if (problems.isEmpty() && inputs.isEmpty()) {
            problems.add(Diagnostic.fileError("no-policy", "no policy in " + String.join(" ", arguments)));
        }
        problems.sort(Diagnostic.ORDER);
        return console.loaded(Outcome.unlessErrors(bundles.value().orElse(List.of()), problems)).stream()
                .map(bundle -> generated(bundle, inputs))
                .toList();
    }

    private static Generated generated(Bundle bundle, Map<SourceFile, Input> inputs) {
        return new Generated(
                Optional.ofNullable(inputs.get(bundle.policy().source())).orElseThrow(), bundle);
    }
}
