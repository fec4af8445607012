package io.falconer.event.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.falconer.text.Diagnostic;
import io.falconer.text.Outcome;
import io.falconer.text.SourceFile;
import java.util.List;

/** Manifests of tests, which are short texts. */
final class Manifest {
    private Manifest() {}

    static List<ManifestObject> objects(String text) {
        Outcome<List<ManifestObject>> outcome = Manifests.read(SourceFile.of("f", text));
        assertThat(outcome.diagnostics()).isEmpty();
        return outcome.value().orElseThrow();
    }

    /** The problems, each as {@code place: code: message}. */
    static List<String> problems(String text) {
        return Manifests.read(SourceFile.of("f", text)).diagnostics().stream()
                .map(Manifest::line)
                .toList();
    }

    /** That {@code text}, in which {@code ^} marks the place, has one problem, which is there. */
    static void assertProblem(String text, String problem) {
        String before = text.substring(0, text.indexOf('^'));
        int column = text.indexOf('^') - before.lastIndexOf('\n');
        assertThat(problems(text.replace("^", "")))
                .containsExactly("f:" + before.lines().count() + ":" + column + ": " + problem);
    }

    static String line(Diagnostic problem) {
        return problem.location().map(Object::toString).orElse("") + ": " + problem.code() + ": " + problem.message();
    }

    static JsonNode json(String text) {
        try {
            return new JsonMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(text, e);
        }
    }
}
