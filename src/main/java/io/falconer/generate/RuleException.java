package io.falconer.generate;

import io.falconer.policy.PolicyException;
import java.util.List;

/** A named exception of a rule: its fields, their comparisons, and the tuples of values that the policy gives it. */
record RuleException(String name, List<Column> columns, List<Row> rows) {
    RuleException {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** A field with its comparison. */
    record Column(String field, String comparison) {}

    /** A tuple of quoted constants, and the policy's exception that it comes from. */
    record Row(PolicyException origin, List<String> values) {
        Row {
            values = List.copyOf(values);
        }
    }
}
