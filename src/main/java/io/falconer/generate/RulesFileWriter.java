package io.falconer.generate;

import io.falconer.field.EventSource;
import io.falconer.plan.GeneratedRule;
import io.falconer.plan.NamespaceTerms;
import io.falconer.plan.PodRequestMacro;
import io.falconer.plan.RuleException;
import io.falconer.policy.Policy;
import io.falconer.template.PodRequestKind;
import io.falconer.template.Term;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Writes the rules file of a policy. */
final class RulesFileWriter {
    private final Policy policy;
    private final List<GeneratedRule> rules;

    RulesFileWriter(Policy policy, List<GeneratedRule> rules) {
        this.policy = policy;
        this.rules = rules;
    }

    GeneratedFile write() {
        StringBuilder body = new StringBuilder();
        Set<PodRequestKind> requestKinds = EnumSet.noneOf(PodRequestKind.class);
        rules.forEach(rule -> requestKinds.addAll(rule.requestKinds()));
        requestKinds.forEach(requestKind -> macro(body, requestKind));
        rules.forEach(rule -> rule(body, rule));
        String text = Header.of(policy, "Falco rules") + "\n" + new Requirements(rules, body.toString()).yaml() + body;
        return new GeneratedFile("rules/" + policy.name() + "_rules.yaml", text);
    }

    private void macro(StringBuilder out, PodRequestKind requestKind) {
        PodRequestMacro macro = new PodRequestMacro(requestKind);
        out.append("\n- macro: ").append(macro.name(policy)).append('\n');
        List<Term> terms = new ArrayList<>(macro.conditions());
        terms.add(NamespaceTerms.of(policy.match(), EventSource.K8S_AUDIT));
        if (Term.and(terms) instanceof Term.Of of) {
            YamlText.block(out, "condition", ConditionLayout.lines(of.expr()));
        }
    }

    private static void rule(StringBuilder out, GeneratedRule rule) {
        out.append('\n');
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
