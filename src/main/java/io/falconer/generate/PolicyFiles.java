package io.falconer.generate;

import io.falconer.policy.Policy;
import io.falconer.policy.PolicyReader;
import io.falconer.template.Templates;
import io.falconer.text.Diagnostic;
import io.falconer.text.Outcome;
import io.falconer.text.SourceFile;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** Turns policy files into bundles, each policy once. Several threads may use it. */
public final class PolicyFiles {
    private final Templates templates;
    private final LocalDate asOf;
    private final Map<Text, Outcome<List<Policy>>> policies = new ConcurrentHashMap<>();
    private final Map<Named, Outcome<Bundle>> made = new ConcurrentHashMap<>();

    /** Several versions of Falco read the same file again. */
    private record Text(String file, String text) {}

    private record Named(Text text, String policy) {}

    /**
     * Makes bundles.
     *
     * @param templates the templates of the rules
     * @param asOf the day on which exceptions must still be valid
     */
    public PolicyFiles(Templates templates, LocalDate asOf) {
        this.templates = templates;
        this.asOf = asOf;
    }

    /**
     * The bundles of all policies of the files, in order. All errors are reported at once, including two policies with the same
     * name in two files ({@code duplicate-policy}).
     */
    public Outcome<List<Bundle>> bundles(Collection<SourceFile> files) {
        List<Bundle> bundles = new ArrayList<>();
        List<Diagnostic> problems = new ArrayList<>();
        Map<String, String> names = new HashMap<>();
        for (SourceFile file : files) {
            Outcome<List<Policy>> policies = read(file);
            problems.addAll(policies.diagnostics());
            for (Policy policy : policies.value().orElse(List.of())) {
                Outcome<Bundle> bundle = generate(policy);
                problems.addAll(bundle.diagnostics());
                bundle.value().ifPresent(bundles::add);
                Optional.ofNullable(names.putIfAbsent(policy.name(), file.name()))
                        .ifPresent(other -> problems.add(duplicate(policy, other, file)));
            }
        }
        return Outcome.unlessErrors(bundles, problems);
    }

    /** The bundles of the requested policies of a file, with their errors and warnings, except warnings about the text. */
    public Outcome<List<Bundle>> bundles(SourceFile file, Predicate<Policy> wanted) {
        Outcome<List<Policy>> policies = read(file);
        if (policies.value().isEmpty()) {
            return Outcome.failed(policies.diagnostics());
        }
        List<Outcome<Bundle>> bundles = policies.value().get().stream()
                .filter(wanted)
                .map(this::generate)
                .toList();
        return Outcome.unlessErrors(
                bundles.stream().flatMap(bundle -> bundle.value().stream()).toList(),
                bundles.stream()
                        .flatMap(bundle -> bundle.diagnostics().stream())
                        .toList());
    }

    private Outcome<List<Policy>> read(SourceFile file) {
        return policies.computeIfAbsent(text(file), key -> PolicyReader.read(file, templates.kinds()));
    }

    private Outcome<Bundle> generate(Policy policy) {
        return made.computeIfAbsent(
                new Named(text(policy.source()), policy.name()), key -> Generator.generate(policy, templates, asOf));
    }

    private static Text text(SourceFile file) {
        return new Text(file.name(), file.text());
    }

    private static Diagnostic duplicate(Policy policy, String one, SourceFile other) {
        return Diagnostic.fileError(
                "duplicate-policy",
                "two policies are named \"" + policy.name() + "\": in " + one + " and in " + other.name());
    }
}
