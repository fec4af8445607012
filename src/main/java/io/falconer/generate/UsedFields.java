package io.falconer.generate;

import io.falconer.condition.ConditionParser;
import io.falconer.condition.Expr;
import io.falconer.condition.Operand.FieldRef;
import io.falconer.condition.ParseResult;
import io.falconer.field.EventSource;
import io.falconer.field.Field;
import io.falconer.field.FieldCatalogue;
import io.falconer.field.Resolution;
import io.falconer.lint.FieldRefs;
import io.falconer.plan.GeneratedRule;
import io.falconer.plan.RuleException;
import io.falconer.ruleset.OutputFormat;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The fields that the rules of a source read: in conditions, outputs and exceptions. */
final class UsedFields {
    private final EventSource source;
    private final Set<Field> fields = new LinkedHashSet<>();

    private UsedFields(EventSource source) {
        this.source = source;
    }

    /** @param macros the conditions of the macros that the rules use */
    static Set<Field> of(EventSource source, List<GeneratedRule> rules, List<Expr> macros) {
        UsedFields used = new UsedFields(source);
        macros.forEach(condition -> used.add(FieldRefs.in(condition)));
        rules.forEach(used::rule);
        return used.fields;
    }

    private void rule(GeneratedRule rule) {
        add(FieldRefs.in(rule.condition()));
        if (OutputFormat.parse(rule.bound().output(), source) instanceof OutputFormat.Parsed output) {
            add(FieldRefs.in(output.format()));
        }
        for (RuleException exception : rule.exceptions()) {
            for (RuleException.Column column : exception.columns()) {
                if (ConditionParser.parse(column.field() + " exists") instanceof ParseResult.Parsed exists) {
                    add(FieldRefs.in(exists.expr()));
                }
            }
        }
    }

    private void add(Collection<FieldRef> refs) {
        for (FieldRef ref : refs) {
            if (FieldCatalogue.of(source).resolve(ref.name(), ref.argument()) instanceof Resolution.Found found) {
                fields.add(found.field());
            }
        }
    }
}
