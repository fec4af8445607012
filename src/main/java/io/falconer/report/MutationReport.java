package io.falconer.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.falconer.mutation.Mutant;
import io.falconer.suite.MutantResult;
import io.falconer.suite.MutantState;
import io.falconer.suite.MutationResult;
import io.falconer.suite.Results;
import io.falconer.suite.SuiteResult;
import io.falconer.suite.TestResult;
import io.falconer.text.Location;
import io.falconer.text.Position;
import io.falconer.text.SourceFile;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Mutants in the format of mutation-testing-elements (version 2 of its schema): the mutated files with their mutants, and the tests.
 * Equivalent mutants are ignored, with the reason. Without mutation it has no files.
 */
public final class MutationReport implements Report {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int HIGH = 80;

    @Override
    public String of(Results results) {
        ObjectNode report = JSON.objectNode();
        report.put("schemaVersion", "2.0");
        int low = results.mutation()
                .flatMap(mutation -> mutation.minimum().stream().boxed().findFirst())
                .orElse(HIGH);
        report.putObject("thresholds").put("high", Math.max(HIGH, low)).put("low", low);
        report.putObject("framework").put("name", "Falconer");
        Map<String, String> tests = tests(results, report);
        ObjectNode files = report.putObject("files");
        results.mutation().ifPresent(mutation -> files(mutation, tests, files));
        return report.toPrettyString() + "\n";
    }

    /** Adds the tests, and returns the id of each by its name; of tests with the same name, the first. */
    private static Map<String, String> tests(Results results, ObjectNode report) {
        Map<String, String> ids = new LinkedHashMap<>();
        ObjectNode files = report.putObject("testFiles");
        int number = 0;
        for (SuiteResult suite : results.suites()) {
            for (TestResult test : suite.tests()) {
                Location place = test.test().location();
                String id = Integer.toString(number++);
                ids.putIfAbsent(test.test().name(), id);
                ObjectNode node = files.withObject("/" + escaped(place.source().name()))
                        .withArray("tests")
                        .addObject();
                node.put("id", id)
                        .put("name", suite.suite().name() + " > " + test.test().name());
                node.putObject("location").set("start", position(place.start()));
            }
        }
        return ids;
    }

    private static void files(MutationResult mutation, Map<String, String> tests, ObjectNode files) {
        int number = 0;
        for (MutantResult result : mutation.mutants()) {
            SourceFile source = result.mutant().place().source();
            ObjectNode file = files.withObject("/" + escaped(source.name()));
            file.put("language", "yaml");
            file.put("source", source.text());
            file.withArray("mutants").add(mutant(number++, result, tests));
        }
    }

    private static ObjectNode mutant(int number, MutantResult result, Map<String, String> tests) {
        Mutant mutant = result.mutant();
        ObjectNode node = JSON.objectNode();
        node.put("id", Integer.toString(number));
        node.put("mutatorName", mutant.mutator().words());
        node.put("description", mutant.rule().name() + ": " + MutationText.change(mutant));
        node.put("replacement", mutant.replacement());
        ObjectNode location = node.putObject("location");
        location.set("start", position(mutant.place().start()));
        location.set("end", position(mutant.place().end()));
        node.put("status", status(result.state()));
        ArrayNode killers = JSON.arrayNode();
        result.killer().flatMap(name -> Optional.ofNullable(tests.get(name))).ifPresent(killers::add);
        if (!killers.isEmpty()) {
            node.set("killedBy", killers);
        }
        reason(result).ifPresent(reason -> node.put("statusReason", reason));
        return node;
    }

    private static Optional<String> reason(MutantResult result) {
        return result.state() == MutantState.EQUIVALENT
                ? Optional.of("equivalent: it fires on the same events, as is proved for all events")
                : result.event().map(event -> "would be killed by " + event).or(result::reason);
    }

    private static String status(MutantState state) {
        return switch (state) {
            case KILLED -> "Killed";
            case SURVIVED -> "Survived";
            case NO_COVERAGE -> "NoCoverage";
            case EQUIVALENT -> "Ignored";
        };
    }

    private static ObjectNode position(Position position) {
        return JSON.objectNode().put("line", position.line()).put("column", position.column());
    }

    /** A name as a part of a JSON Pointer. */
    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
