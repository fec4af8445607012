package io.falconer.plan;

import io.falconer.policy.PolicyException;
import java.util.List;

/** A named exception of a rule: its fields, their comparisons, and the tuples of values from the policy. */
public record RuleException(String name, List<Column> columns, List<Row> rows) {
    public RuleException {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** A field with its comparison. */
    public record Column(String field, String comparison) {}

    /** A tuple of quoted constants, and the policy's exception that it belongs to. */
    public record Row(PolicyException origin, List<String> values) {
        public Row {
            values = List.copyOf(values);
        }
    }
}
