package io.falconer.template;

import io.falconer.condition.ConditionParser;
import io.falconer.condition.Expr;
import io.falconer.condition.ParseResult;
import io.falconer.field.EventSource;
import io.falconer.template.NamedCondition.Repeat;
import io.falconer.text.Diagnostic;
import io.falconer.text.Location;
import io.falconer.text.Outcome;
import io.falconer.text.Severity;
import io.falconer.text.SourceFile;
import io.falconer.text.Span;
import io.falconer.yaml.Entry;
import io.falconer.yaml.Located;
import io.falconer.yaml.MappingReader;
import io.falconer.yaml.YamlNode;
import io.falconer.yaml.YamlReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads one template; {@link TemplateChecker} then checks what it says. */
final class TemplateReader {
    private static final String API_VERSION = "falconer/v1alpha1";
    private static final String KIND = "RuleTemplate";

    private final SourceFile source;
    private final List<Diagnostic> problems = new ArrayList<>();

    private TemplateReader(SourceFile source) {
        this.source = source;
    }

    /** The template that the file holds: one document. */
    static Outcome<RuleTemplate> read(SourceFile source) {
        Outcome<List<YamlNode>> documents = YamlReader.read(source);
        if (documents.value().isEmpty()) {
            return Outcome.failed(documents.diagnostics());
        }
        List<YamlNode> nodes = documents.value().get();
        if (nodes.size() != 1) {
            return Outcome.failed(Diagnostic.error(
                    "template-document", "a template is one document", new Location(source, Span.at(0))));
        }
        TemplateReader reader = new TemplateReader(source);
        Optional<RuleTemplate> template = MappingReader.of(source, nodes.getFirst(), "a rule template", reader.problems)
                .map(reader::template);
        if (template.isPresent() && !failed(reader.problems)) {
            reader.problems.addAll(TemplateChecker.check(template.get()));
        }
        if (template.isPresent() && !failed(reader.problems)) {
            reader.problems.addAll(SampleRules.check(template.get()));
        }
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
        Optional<RuleTemplate> template = document.mapping("spec").map(spec -> spec(control, spec));
        document.finish();
        return template.orElseGet(() -> new RuleTemplate(
                source, control, EventSource.SYSCALL, Judged.EVENTS, Map.of(), Map.of(), List.of(), List.of()));
    }

    private RuleTemplate spec(String control, MappingReader spec) {
        spec.require("source", "rules");
        EventSource events =
                spec.choice("source", sources()).map(Located::value).orElse(EventSource.SYSCALL);
        Judged judged = spec.choice("judges", Judged.byId()).map(Located::value).orElse(Judged.EVENTS);
        RuleTemplate template = new RuleTemplate(
                source,
                control,
                events,
                judged,
                spec.mapping("parameters").map(this::parameters).orElse(Map.of()),
                spec.mapping("constants").map(this::constants).orElse(Map.of()),
                spec.mappings("conditions").stream()
                        .flatMap(c -> condition(c).stream())
                        .toList(),
                spec.mappings("rules").stream().flatMap(r -> rule(r).stream()).toList());
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

    private Map<String, Parameter> parameters(MappingReader reader) {
        Map<String, Parameter> parameters = new LinkedHashMap<>();
        for (Entry entry : reader.node().entries()) {
            String name = entry.name();
            if (entry.value() instanceof YamlNode.Mapping) {
                reader.mapping(name).map(this::columns).ifPresent(c -> parameters.put(name, new Parameter.Table(c)));
            } else {
                reader.choice(name, HoleType.byId())
                        .ifPresent(type -> parameters.put(name, new Parameter.Single(type.value())));
            }
        }
        reader.finish();
        return parameters;
    }

    private Map<String, HoleType> columns(MappingReader reader) {
        Map<String, HoleType> columns = new LinkedHashMap<>();
        for (Entry entry : reader.node().entries()) {
            reader.choice(entry.name(), HoleType.byId()).ifPresent(type -> columns.put(entry.name(), type.value()));
        }
        reader.finish();
        return columns;
    }

    private Map<String, String> constants(MappingReader reader) {
        Map<String, String> constants = new LinkedHashMap<>();
        for (Entry entry : reader.node().entries()) {
            reader.string(entry.name()).ifPresent(text -> constants.put(entry.name(), text.value()));
        }
        reader.finish();
        return constants;
    }

    private Optional<NamedCondition> condition(MappingReader reader) {
        reader.require("name");
        String name = reader.string("name").map(Located::value).orElse("");
        Repeat repeat = Repeat.Once.ONCE;
        List<Family> some = families(reader, "some");
        List<Family> beyond = families(reader, "beyond");
        Optional<Located<String>> any = reader.string("any");
        if (!some.isEmpty()) {
            repeat = new Repeat.Some(some);
        } else if (any.isPresent()) {
            repeat = new Repeat.Any(any.get().value());
        } else if (!beyond.isEmpty()) {
            repeat = new Repeat.Beyond(beyond);
        }
        Optional<ConditionText> text = conditionText(reader);
        if (!beyond.isEmpty() && text.isEmpty()) {
            YamlNode.Scalar scalar = new YamlNode.Scalar(name, true, reader.span());
            text = Optional.of(new ConditionText(source, scalar, new Expr.MacroRef(name, Span.NONE)));
        } else {
            reader.require("condition");
        }
        reader.finish();
        Repeat found = repeat;
        return text.map(condition -> new NamedCondition(name, found, condition));
    }

    private static List<Family> families(MappingReader reader, String key) {
        return reader.choices(key, Family.byKey()).stream().map(Located::value).toList();
    }

    private Optional<TemplateRule> rule(MappingReader reader) {
        reader.require("check", "name", "desc", "condition", "output");
        Optional<TemplateRule.Each> each = reader.mapping("each").flatMap(TemplateReader::each);
        Optional<String> when = reader.string("when").map(Located::value);
        String check = text(reader, "check");
        String name = text(reader, "name");
        String desc = text(reader, "desc");
        String output = text(reader, "output");
        List<String> tags = reader.strings("tags").stream().map(Located::value).toList();
        Optional<ConditionText> condition = conditionText(reader);
        reader.finish();
        Location place =
                new Location(source, reader.node("name").map(YamlNode::span).orElse(reader.span()));
        return condition.map(c -> new TemplateRule(check, each, when, name, desc, c, output, tags, place));
    }

    private static Optional<TemplateRule.Each> each(MappingReader reader) {
        List<Entry> entries = reader.node().entries();
        if (entries.size() != 1) {
            reader.error(reader.span(), "wrong-kind", "\"each\" names one variable and the parameter it goes through");
            return Optional.empty();
        }
        String variable = entries.getFirst().name();
        Optional<TemplateRule.Each> each =
                reader.string(variable).map(parameter -> new TemplateRule.Each(variable, parameter.value()));
        reader.finish();
        return each;
    }

    private static String text(MappingReader reader, String key) {
        return reader.string(key).map(text -> text.value().strip()).orElse("");
    }

    private Optional<ConditionText> conditionText(MappingReader reader) {
        Optional<YamlNode> node = reader.node("condition");
        if (node.isEmpty() || reader.string("condition").isEmpty()) {
            return Optional.empty();
        }
        YamlNode.Scalar scalar = (YamlNode.Scalar) node.get();
        return switch (ConditionParser.parse(scalar.text())) {
            case ParseResult.Parsed parsed -> Optional.of(new ConditionText(source, scalar, parsed.expr()));
            case ParseResult.Failed failed -> {
                Location place = ConditionText.locate(source, scalar, Span.at(failed.offset()));
                problems.add(Diagnostic.error("template-condition", failed.message(), place));
                yield Optional.empty();
            }
        };
    }
}
