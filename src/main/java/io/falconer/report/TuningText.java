package io.falconer.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import io.falconer.text.PrintableText;
import io.falconer.text.Style;
import io.falconer.tune.Tuned;
import io.falconer.tune.TuningResult;
import java.util.ArrayList;
import java.util.List;

/** Exceptions that silence false positives, for people and for programs. */
public final class TuningText {
    private static final int WIDTH = 80;
    private static final String INDENT = "    ";

    private TuningText() {}

    /** What was found for a rule. The best exception is shown as the item to add to a rules file. */
    public static String of(String rule, TuningResult result, Style style) {
        return switch (result) {
            case TuningResult.Refused(String why, String hint) ->
                style.red("no exception") + " from " + style.bold(PrintableText.shown(rule)) + ": "
                        + PrintableText.shown(why) + "\nhint: " + hint + "\n";
            case TuningResult.Found(List<Tuned> alternatives, int falsePositives, int truePositives) -> {
                StringBuilder text = new StringBuilder("Exceptions from " + style.bold(PrintableText.shown(rule)) + "\n"
                        + "that silence " + Plural.of(falsePositives, "false positive")
                        + (truePositives == 0 ? "" : " and keep " + Plural.of(truePositives, "true positive"))
                        + ":\n\n");
                for (int i = 0; i < alternatives.size(); i++) {
                    text.append(alternative(i + 1, alternatives.get(i), style)).append('\n');
                }
                yield text + "The first one, for a rules file:\n\n"
                        + PrintableText.lines(alternatives.getFirst().item());
            }
        };
    }

    private static String alternative(int number, Tuned tuned, Style style) {
        List<String> lines = new ArrayList<>();
        lines.add(
                number + ". " + style.bold(PrintableText.shown(tuned.proposal().name())));
        lines.add(INDENT + (tuned.proposal().declared() ? "the rule declares this exception" : "a new exception"));
        tuned.silences().forEach(sentence -> wrapped(lines, "silences " + sentence));
        tuned.example()
                .ifPresent(event -> wrapped(lines, "such as the event " + String.join(" ", EventValues.of(event))));
        tuned.undecided().forEach(reason -> wrapped(lines, "not decided for all events, because " + reason));
        return String.join("\n", lines) + "\n";
    }

    private static void wrapped(List<String> lines, String text) {
        List<String> wrapped = WrappedText.text(text, WIDTH - INDENT.length() - 2);
        lines.add(INDENT + wrapped.getFirst());
        wrapped.stream().skip(1).forEach(rest -> lines.add(INDENT + "  " + rest));
    }

    /** The same as one JSON object on one line. docs/tune.md describes it. */
    public static String json(String rule, TuningResult result) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("rule", rule);
        switch (result) {
            case TuningResult.Refused(String why, String hint) ->
                root.put("refused", why).put("hint", hint);
            case TuningResult.Found(List<Tuned> alternatives, int falsePositives, int truePositives) -> {
                root.put("falsePositives", falsePositives);
                root.put("truePositives", truePositives);
                ArrayNode array = root.putArray("exceptions");
                alternatives.forEach(tuned -> array.add(json(tuned)));
            }
        }
        return root.toString();
    }

    private static ObjectNode json(Tuned tuned) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("name", tuned.proposal().name());
        node.put("declared", tuned.proposal().declared());
        ArrayNode fields = node.putArray("fields");
        ArrayNode comparisons = node.putArray("comps");
        tuned.proposal().columns().forEach(column -> {
            fields.add(column.field());
            comparisons.add(column.comparison());
        });
        ArrayNode values = node.putArray("values");
        tuned.proposal().rows().forEach(row -> {
            ArrayNode one = values.addArray();
            row.forEach(one::add);
        });
        ArrayNode silences = node.putArray("silences");
        tuned.silences().forEach(silences::add);
        tuned.example().ifPresent(event -> node.putRawValue("example", new RawValue(event)));
        ArrayNode undecided = node.putArray("undecided");
        tuned.undecided().forEach(undecided::add);
        node.put("item", tuned.item());
        return node;
    }
}
