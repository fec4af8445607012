package io.falconer.fuzz;

import io.falconer.template.Templates;
import io.falconer.text.Outcome;
import io.falconer.text.SourceFile;
import io.falconer.text.TextFile;
import java.io.ByteArrayInputStream;
import java.util.List;

/** A template is refused with places in it, or a policy can use the control that it defines. */
final class TemplateTarget implements FuzzTarget {
    @Override
    public String name() {
        return "templates";
    }

    @Override
    public List<byte[]> seeds() {
        return TestInputs.ofKind("RuleTemplate");
    }

    @Override
    public void check(byte[] input) {
        Outcome<SourceFile> source = TextFile.read("template.yaml", () -> new ByteArrayInputStream(input));
        ShownProblems.check(source.diagnostics());
        source.value().ifPresent(TemplateTarget::check);
    }

    private static void check(SourceFile source) {
        Outcome<Templates> templates = Templates.none().with(List.of(source));
        ShownProblems.check(templates.diagnostics());
        templates.value().ifPresent(defined -> defined.kinds().keySet().forEach(control -> use(defined, control)));
    }

    /** A template that requires parameters refuses this policy. */
    private static void use(Templates templates, String control) {
        String policy = """
                apiVersion: falconer/v1alpha1
                kind: DetectionPolicy
                metadata: {name: p}
                spec:
                  controls:
                  - {%s: {}}
                """.formatted(control);
        PolicyTarget.check(SourceFile.of("policy.yaml", policy), templates);
    }
}
