package io.falconer.template;

import io.falconer.policy.Argument;
import io.falconer.policy.ImagePattern;
import io.falconer.policy.Parameter;
import io.falconer.policy.ParameterType;
import io.falconer.policy.Quantity;
import io.falconer.policy.RequiredResource;
import io.falconer.ruleset.Check;
import io.falconer.ruleset.ConditionChecker;
import io.falconer.ruleset.OutputFormat;
import io.falconer.text.Diagnostic;
import io.falconer.text.Location;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Fills a template with sample values and validates the result as Falco would: types, operators and outputs. */
final class SampleRules {
    private final RuleTemplate template;
    private final List<Diagnostic> problems = new ArrayList<>();

    private SampleRules(RuleTemplate template) {
        this.template = template;
    }

    /** The errors that Falco would report. */
    static List<Diagnostic> validate(RuleTemplate template) {
        SampleRules samples = new SampleRules(template);
        Map<String, Argument> arguments = new HashMap<>();
        template.parameters().forEach((name, parameter) -> arguments.put(name, argument(parameter)));
        for (TemplateRule rule : template.rules()) {
            RuleTemplate single = new RuleTemplate(
                    template.file(),
                    template.document(),
                    template.control(),
                    template.source(),
                    template.judged(),
                    template.parameters(),
                    template.profiles(),
                    template.constants(),
                    template.conditions(),
                    List.of(rule),
                    List.of());
            new RuleBinder(single, arguments).bind().forEach(bound -> samples.validate(rule, bound));
        }
        return samples.problems.stream().distinct().toList();
    }

    private void validate(TemplateRule rule, BoundRule bound) {
        PodPlace pod = new PodPlace("/requestObject/spec", List.of(ContainerFamily.values()), 1);
        if (bound.condition().apply(ObjectPlace.of("/requestObject", pod)) instanceof Term.Of of) {
            Check check = ConditionChecker.check(of.expr(), template.source());
            check.failure()
                    .ifPresent(failure -> error(
                            rule.condition().locate(rule.condition().expr().span()), failure.message()));
        }
        if (OutputFormat.parse(bound.output(), template.source()) instanceof OutputFormat.Failed failed) {
            error(rule.place(), "output: " + failed.message());
        }
    }

    private void error(Location place, String message) {
        problems.add(Diagnostic.error("template-condition", message, place));
    }

    private static Argument argument(Parameter parameter) {
        return switch (parameter) {
            case Parameter.Single single -> argument(single.type());
            case Parameter.Table table -> {
                Map<String, Argument> row = new HashMap<>();
                table.columns().forEach((name, type) -> row.put(name, argument(type)));
                yield new Argument.Entries(List.of(row));
            }
        };
    }

    private static Argument argument(ParameterType type) {
        return switch (type) {
            case FLAG -> new Argument.Flag(true);
            case KEYS -> new Argument.Keys(List.of("sample"));
            case QUANTITIES -> new Argument.Quantities(List.of(new RequiredResource("sample", Quantity.of("1"))));
            case TEXT -> new Argument.Text("sample");
            case TEXTS -> new Argument.Texts(List.of("sample", "a sample"));
            case GLOBS -> new Argument.Globs(List.of("sample", "sample-*"));
            case IMAGES ->
                new Argument.Images(List.of(ImagePattern.of("a.example/*"), ImagePattern.of("a.example/b:1")));
            case REPOSITORIES -> new Argument.Images(List.of(ImagePattern.of("a.example/b")));
            case TAGS -> new Argument.Tags(List.of("latest"));
            case CHECKS, PROFILE -> new Argument.Keys(List.of());
            case NUMBERS -> new Argument.Numbers(List.of(1));
        };
    }
}
