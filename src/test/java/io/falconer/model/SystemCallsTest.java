package io.falconer.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.falconer.Releases;
import io.falconer.Shared;
import io.falconer.ruleset.Falco;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What proofs take for granted of system calls holds for those that the real Falco recorded. */
class SystemCallsTest {
    private static final SystemCalls CALLS = new SystemCalls(Falco.NEWEST);

    static Stream<Arguments> folders() {
        return Releases.with("syscall", "probes/syscall");
    }

    @ParameterizedTest
    @MethodSource("folders")
    void recordedEventsAreAsAssumed(String folder, String release) throws IOException {
        int images = 0;
        int descriptors = 0;
        for (String line : Files.readAllLines(Shared.path(folder).resolve("events.jsonl"))) {
            JsonNode fields = new ObjectMapper().readTree(line).path("fields");
            Function<Leaf, Optional<String>> texts =
                    leaf -> Optional.ofNullable(fields.get(leaf.pointer())).map(JsonNode::asText);
            List<Leaf> known = new ArrayList<>();
            fields.fieldNames().forEachRemaining(name -> known.add(new Leaf(name)));
            assertThat(SystemCalls.axioms(known)).as(line).allMatch(axiom -> axiom.holds(texts));
            for (String name : List.of("container.image", "container.image.repository")) {
                Leaf image = Leaf.ofField(name);
                assertThat(texts.apply(image).stream()).as(line).allMatch(isPossible(image));
                images += texts.apply(image).isPresent() ? 1 : 0;
            }
            descriptors += fields.has("fd.typechar") ? 1 : 0;
        }
        assertThat(images).isGreaterThan(100);
        assertThat(descriptors).isGreaterThan(30);
    }

    /** The recordings have no containers. These are what runtimes report (docs/falco.md, section 7.4). */
    @ParameterizedTest
    @CsvSource({
        "container.image, docker.io/library/nginx:1.25, true",
        "container.image, nginx, true",
        "container.image, '', true",
        "container.image, name@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef, true",
        "container.image, nginx:, false",
        "container.image.repository, docker.io/library/nginx, true",
        "container.image.repository, localhost:5000/app, true",
        "container.image.repository, nginx, true",
        "container.image.repository, '', true",
        "container.image.repository, nginx:1.25, false",
        "container.image.repository, nginx@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef, false",
    })
    void imagesAreReferencesAndTheirNames(String field, String text, boolean possible) {
        assertThat(isPossible(Leaf.ofField(field)).test(text)).isEqualTo(possible);
    }

    private static Predicate<String> isPossible(Leaf field) {
        return text -> CALLS.domain(field.subject()).accepts(text);
    }
}
