package io.falconer.field;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.falconer.Shared;
import io.falconer.condition.ConditionParser;
import io.falconer.condition.Expr;
import io.falconer.condition.Operand;
import io.falconer.condition.Operator;
import io.falconer.condition.ParseResult;
import io.falconer.condition.Right;
import io.falconer.condition.TransformerArgument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Field names, arguments and constants of the recorded conditions are judged as the real Falco judged them. */
class ConstantConformanceTest {
    @ParameterizedTest
    @CsvSource({"conditions,K8S_AUDIT", "syscall,SYSCALL"})
    void judgesFieldsAndConstantsAsFalcoDoes(String folder, EventSource source) throws IOException {
        Path file = Shared.path("conformance/" + folder + "/verdicts.jsonl");
        ObjectMapper mapper = new ObjectMapper();
        List<String> differences = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            JsonNode verdict = mapper.readTree(line);
            String condition = verdict.get("condition").textValue();
            String message = verdict.path("message").asText();
            Optional<String> refusal =
                    switch (ConditionParser.parse(condition)) {
                        case ParseResult.Parsed parsed ->
                            comparisons(parsed.expr())
                                    .flatMap(comparison -> refusal(comparison, source).stream())
                                    .findFirst();
                        case ParseResult.Failed failed -> Optional.empty();
                    };
            boolean judgedHere = Stream.of("invalid ", "unrecognized ", "filter '", "unknown event", "filter_check")
                    .anyMatch(message::startsWith);
            // A list operator's complaint may come first for another check of the same condition.
            boolean agrees =
                    judgedHere ? refusal.equals(Optional.of(message)) : refusal.isEmpty() || !message.isEmpty();
            if (!agrees) {
                differences.add(condition + ": " + refusal + " instead of " + message);
            }
        }
        assertThat(differences).isEmpty();
    }

    private static Stream<Expr.Comparison> comparisons(Expr expr) {
        return switch (expr) {
            case Expr.And and -> and.operands().stream().flatMap(ConstantConformanceTest::comparisons);
            case Expr.Or or -> or.operands().stream().flatMap(ConstantConformanceTest::comparisons);
            case Expr.Not not -> comparisons(not.operand());
            case Expr.Comparison comparison -> Stream.of(comparison);
            case Expr.Exists exists ->
                Stream.of(new Expr.Comparison(
                        exists.left(),
                        Operator.IN,
                        Optional.empty(),
                        new Right.TextList(List.of(), exists.span()),
                        exists.span()));
            case Expr.MacroRef macro -> Stream.empty();
        };
    }

    private static Optional<String> refusal(Expr.Comparison comparison, EventSource source) {
        FieldCatalogue catalogue = FieldCatalogue.of(source);
        Stream<String> names = Stream.concat(
                        fields(comparison.left()),
                        comparison.right() instanceof Operand right ? fields(right) : Stream.empty())
                .flatMap(
                        field -> catalogue.resolve(field.name(), field.argument()) instanceof Resolution.Refused refused
                                ? Stream.of(refused.message())
                                : Stream.empty());
        Stream<String> constants = comparison.left() instanceof Operand.FieldRef left
                        && catalogue.resolve(left.name(), left.argument()) instanceof Resolution.Found found
                ? constants(comparison.right())
                        .map(text -> Constants.parse(found.field(), comparison.operator(), text))
                        .flatMap(result -> result instanceof ConstantResult.Refused refused
                                ? Stream.of(refused.message())
                                : Stream.empty())
                : Stream.empty();
        return Stream.concat(names, constants).findFirst();
    }

    private static Stream<Operand.FieldRef> fields(TransformerArgument argument) {
        return switch (argument) {
            case Operand.FieldRef field -> Stream.of(field);
            case Operand.Transformed call -> call.arguments().stream().flatMap(ConstantConformanceTest::fields);
            case TransformerArgument.ArgumentList list ->
                list.items().stream().flatMap(ConstantConformanceTest::fields);
            case Right.Text text -> Stream.empty();
        };
    }

    private static Stream<String> constants(Right right) {
        return switch (right) {
            case Right.Text text -> Stream.of(text.value());
            case Right.TextList list -> list.items().stream().map(Right.Text::value);
            case Operand operand -> Stream.empty();
        };
    }
}
