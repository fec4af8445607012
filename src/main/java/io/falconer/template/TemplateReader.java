package io.falconer.template;

import io.falconer.field.EventSource;
import io.falconer.text.Diagnostic;
import io.falconer.text.Location;
import io.falconer.text.Outcome;
import io.falconer.text.Severity;
import io.falconer.text.SourceFile;
import io.falconer.text.Span;
import io.falconer.yaml.Located;
import io.falconer.yaml.MappingReader;
import io.falconer.yaml.UnprintableCharacters;
import io.falconer.yaml.YamlNode;
import io.falconer.yaml.YamlReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads one template. {@link TemplateValidator} then validates its content. */
final class TemplateReader {
    private static final String API_VERSION = "falconer/v1alpha1";
    private static final String KIND = "RuleTemplate";

    private final SourceFile source;
    private final List<Diagnostic> problems = new ArrayList<>();

    private TemplateReader(SourceFile source) {
        this.source = source;
    }

    /** The template in the file, and the errors in its content. */
    static Outcome<RuleTemplate> validated(SourceFile source) {
        Outcome<RuleTemplate> read = read(source);
        if (read.value().isEmpty()) {
            return read;
        }
        RuleTemplate template = read.value().get();
        List<Diagnostic> problems = new ArrayList<>(read.diagnostics());
        problems.addAll(TemplateValidator.validate(template));
        if (!failed(problems)) {
            problems.addAll(SampleRules.validate(template));
        }
        return Outcome.unlessErrors(template, problems);
    }

    /** The template in the file, which must have one document. */
    static Outcome<RuleTemplate> read(SourceFile source) {
        Outcome<List<YamlNode>> documents = YamlReader.read(source);
        if (documents.value().isEmpty()) {
            return Outcome.failed(documents.diagnostics());
        }
        List<YamlNode> nodes = documents.value().get();
        if (nodes.size() != 1) {
            Span place = nodes.isEmpty() ? Span.at(0) : nodes.get(1).span();
            return Outcome.failed(Diagnostic.error(
                    "template-document", "a template must have exactly one document", new Location(source, place)));
        }
        TemplateReader reader = new TemplateReader(source);
        UnprintableCharacters.report(nodes.getFirst(), Set.of("examples"), reader.problems);
        Optional<RuleTemplate> template = MappingReader.of(source, nodes.getFirst(), "a rule template", reader.problems)
                .map(reader::template);
        return failed(reader.problems) ? Outcome.failed(reader.problems) : new Outcome<>(template, reader.problems);
    }

    private static boolean failed(List<Diagnostic> problems) {
        return problems.stream().anyMatch(d -> d.severity() == Severity.ERROR);
    }

    private RuleTemplate template(MappingReader document) {
        document.require("apiVersion", "kind", "metadata", "spec");
        document.choice("apiVersion", Map.of(API_VERSION, API_VERSION));
        document.choice("kind", Map.of(KIND, KIND));
        String control = document.mapping("metadata")
                .map(metadata -> {
                    metadata.require("name");
                    String name = metadata.string("name").map(Located::value).orElse("");
                    metadata.finish();
                    return name;
                })
                .orElse("");
        Optional<RuleTemplate> template = document.mapping("spec").map(spec -> spec(document, control, spec));
        document.finish();
        return template.orElseGet(() -> new RuleTemplate(
                source,
                document.node(),
                control,
                EventSource.SYSCALL,
                RuleSubject.EVENTS,
                Map.of(),
                Map.of(),
                Map.of(),
                List.of(),
                List.of(),
                List.of()));
    }

    private RuleTemplate spec(MappingReader document, String control, MappingReader spec) {
        spec.require("source", "rules");
        EventSource events =
                spec.choice("source", sources()).map(Located::value).orElse(EventSource.SYSCALL);
        RuleSubject judged =
                spec.choice("judges", RuleSubject.byId()).map(Located::value).orElse(RuleSubject.EVENTS);
        ConditionReader conditions = new ConditionReader(source, problems);
        TemplateRuleReader rules = new TemplateRuleReader(source, conditions, judged);
        RuleTemplate template = new RuleTemplate(
                source,
                document.node(),
                control,
                events,
                judged,
                spec.mapping("parameters").map(ParametersReader::parameters).orElse(Map.of()),
                spec.mapping("profiles").map(ParametersReader::profiles).orElse(Map.of()),
                spec.mapping("constants").map(ParametersReader::constants).orElse(Map.of()),
                spec.mappings("conditions").stream()
                        .flatMap(condition -> conditions.named(condition).stream())
                        .toList(),
                spec.mappings("rules").stream()
                        .flatMap(rule -> rules.read(rule).stream())
                        .toList(),
                CaveatReader.caveats(spec, "inexpressible"));
        spec.finish();
        return template;
    }

    private static Map<String, EventSource> sources() {
        Map<String, EventSource> sources = new LinkedHashMap<>();
        for (EventSource each : EventSource.values()) {
            sources.put(each.id(), each);
        }
        return sources;
    }
}
