package io.falconer.generate;

import io.falconer.condition.ConditionPrinter;
import java.util.ArrayList;
import java.util.List;

/** Writes an item that adds values to an exception of a rule, or a new exception. Values are literal, whatever they contain. */
public final class ExceptionItem {
    private ExceptionItem() {}

    /** A field of a new exception, and how it is compared. */
    public record Column(String field, String comparison) {}

    /**
     * The item, in YAML.
     *
     * @param declaring the fields of a new exception; none if the rule declares it already
     * @param lists for each column whether its values are lists
     * @param rows the tuples of values
     */
    public static String of(
            String rule, String exception, List<Column> declaring, List<Boolean> lists, List<List<String>> rows) {
        StringBuilder item = new StringBuilder("- rule: ").append(YamlText.quoted(rule));
        item.append("\n  exceptions:\n    - name: ")
                .append(YamlText.quoted(exception))
                .append('\n');
        if (!declaring.isEmpty()) {
            item.append("      fields: ")
                    .append(YamlText.list(declaring.stream().map(Column::field).toList()))
                    .append("\n      comps: ")
                    .append(YamlText.list(
                            declaring.stream().map(Column::comparison).toList()))
                    .append('\n');
        }
        item.append("      values:\n");
        for (List<String> row : rows) {
            List<String> values = new ArrayList<>();
            for (int i = 0; i < row.size(); i++) {
                String constant = ConditionPrinter.quote(row.get(i));
                values.add(lists.get(i) ? YamlText.list(List.of(constant)) : YamlText.quoted(constant));
            }
            item.append("        - [").append(String.join(", ", values)).append("]\n");
        }
        return item.append("  override: {exceptions: append}\n").toString();
    }
}
