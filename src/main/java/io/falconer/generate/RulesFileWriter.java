package io.falconer.generate;

import io.falconer.condition.Expr;
import io.falconer.field.EventSource;
import io.falconer.field.Field;
import io.falconer.plan.GeneratedRule;
import io.falconer.plan.NamespaceTerms;
import io.falconer.plan.PodRequestMacro;
import io.falconer.plan.RuleException;
import io.falconer.policy.Control;
import io.falconer.policy.Policy;
import io.falconer.template.PodRequestKind;
import io.falconer.template.Term;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Writes the rules file of a policy for one source, with the macros and the requirements of its own rules only. */
final class RulesFileWriter {
    private final Policy policy;
    private final EventSource source;
    private final List<Expr> macros = new ArrayList<>();
    private final StringBuilder body = new StringBuilder();
    private final String macroText;
    private final IdentityHashMap<GeneratedRule, String> texts = new IdentityHashMap<>();
    private final Set<Field> fields;
    private final RequiredEngine engine;

    /** @param rules those of the source, at least one */
    RulesFileWriter(Policy policy, EventSource source, List<GeneratedRule> rules) {
        this.policy = policy;
        this.source = source;
        Set<PodRequestKind> requestKinds = EnumSet.noneOf(PodRequestKind.class);
        rules.forEach(rule -> requestKinds.addAll(rule.requestKinds()));
        requestKinds.forEach(this::macro);
        this.macroText = body.toString();
        List<String> written = rules.parallelStream().map(RulesFileWriter::text).toList();
        for (int i = 0; i < rules.size(); i++) {
            texts.put(rules.get(i), written.get(i));
            body.append(written.get(i));
        }
        this.fields = UsedFields.of(source, rules, macros);
        this.engine = RequiredEngine.of(body.toString());
    }

    /** The path of a policy's rules for a source. */
    static String path(Policy policy, EventSource source) {
        return "rules/" + policy.name() + "_" + source.id() + "_rules.yaml";
    }

    GeneratedFile write() {
        String header = Header.of(policy, "Falco rules (source " + source.id() + ")");
        return new GeneratedFile(path(policy, source), header + "\n" + requirements() + body);
    }

    /** What the rules require, as the first items of a file. */
    String requirements() {
        return Requirements.yaml(engine, PluginNeed.of(source, fields));
    }

    /** What one of the rules of this file requires, and its macros. */
    RuleNeeds needs(Optional<Control> control, GeneratedRule rule) {
        String alone = Objects.requireNonNull(texts.get(rule));
        return new RuleNeeds(
                rule.name(),
                source,
                control,
                rule.bound().check(),
                engine.isLowest() ? engine : RequiredEngine.of(macroText + alone),
                PluginNeed.of(source, UsedFields.of(source, List.of(rule), macros)));
    }

    private void macro(PodRequestKind requestKind) {
        PodRequestMacro macro = new PodRequestMacro(requestKind);
        body.append("\n- macro: ").append(macro.name(policy)).append('\n');
        List<Term> terms = new ArrayList<>(macro.conditions());
        terms.add(NamespaceTerms.of(policy.match(), EventSource.K8S_AUDIT));
        if (Term.and(terms) instanceof Term.Of of) {
            macros.add(of.expr());
            YamlText.block(body, "condition", ConditionLayout.lines(of.expr()));
        }
    }

    private static String text(GeneratedRule rule) {
        StringBuilder out = new StringBuilder("\n");
        rule.excepted().forEach(exception -> YamlText.wrap("excepts " + ExceptionsFileWriter.why(exception))
                .forEach(line -> out.append("# ").append(line).append('\n')));
        out.append("- rule: ").append(YamlText.quoted(rule.name())).append('\n');
        YamlText.block(out, "desc", YamlText.wrap(rule.bound().desc()));
        YamlText.block(out, "condition", ConditionLayout.lines(rule.condition()));
        YamlText.block(out, "output", YamlText.wrap(rule.bound().output()));
        out.append("  priority: ").append(rule.priority().name()).append('\n');
        out.append("  source: ").append(rule.bound().source().id()).append('\n');
        out.append("  tags: ").append(YamlText.words(rule.tags())).append('\n');
        if (!rule.exceptions().isEmpty()) {
            out.append("  exceptions:\n");
            rule.exceptions().forEach(exception -> exception(out, exception));
        }
        return out.toString();
    }

    private static void exception(StringBuilder out, RuleException exception) {
        out.append("    - name: ").append(exception.name()).append('\n');
        out.append("      fields: ")
                .append(YamlText.list(exception.columns().stream()
                        .map(RuleException.Column::field)
                        .toList()))
                .append('\n');
        out.append("      comps: ")
                .append(YamlText.list(exception.columns().stream()
                        .map(RuleException.Column::comparison)
                        .toList()))
                .append('\n');
        List<RuleException.Row> own = exception.rows().stream()
                .filter(row -> row.origin().team().isEmpty())
                .toList();
        ExceptionsFileWriter.values(out, own);
    }
}
