package io.falconer.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The structure of the Dockerfile, which could not be built where it was written. */
class DockerfileTest {
    @Test
    void theImageRunsTheExecutableAsNobodyInParticular() throws IOException {
        List<String> runtime = instructions();
        runtime = runtime.subList(runtime.lastIndexOf(froms().getLast()), runtime.size());
        assertThat(runtime)
                .contains("USER nonroot:nonroot", "WORKDIR /repo", "ENTRYPOINT [\"/falconer\"]")
                .contains("COPY LICENSE /licenses/LICENSE")
                .contains("COPY --from=build /code/target/THIRD-PARTY.txt /licenses/THIRD-PARTY.txt")
                .noneMatch(line -> line.startsWith("RUN "));
        assertThat(runtime.toString())
                .contains("org.opencontainers.image.licenses", "image.version=\"" + version() + "\"");
    }

    @Test
    void stagesArePinnedAndNothingIsFetchedByAddress() throws IOException {
        assertThat(froms())
                .hasSize(3)
                .allMatch(from -> from.matches("FROM [a-z0-9./-]+:[A-Za-z0-9.-]+(@sha256:[0-9a-f]{64})?( AS [a-z]+)?"));
        assertThat(instructions())
                .noneMatch(line -> line.contains(":latest"))
                .noneMatch(line -> line.startsWith("ADD "))
                .noneMatch(line -> line.contains("curl ") || line.contains("http"));
    }

    @Test
    void whatIsCopiedIsThereAndNotIgnored() throws IOException {
        List<String> sent = Files.readAllLines(Path.of(".dockerignore")).stream()
                .filter(line -> line.startsWith("!"))
                .map(line -> line.substring(1))
                .toList();
        assertThat(sent).contains("pom.xml", "src/main", "LICENSE", "mvnw", ".mvn", "rule-templates", "src/licenses");
        assertThat(sent).allMatch(path -> Files.exists(Path.of(path)));
    }

    private static String version() throws IOException {
        return Files.readString(Path.of("pom.xml")).replaceFirst("(?s).*?<version>([^<]+)</version>.*", "$1");
    }

    private static List<String> froms() throws IOException {
        return instructions().stream().filter(line -> line.startsWith("FROM ")).toList();
    }

    /** One a line, without comments. */
    private static List<String> instructions() throws IOException {
        return Stream.of(Files.readString(Path.of("Dockerfile"))
                        .replaceAll("(?m)^#.*\n", "")
                        .replaceAll("\\\\\n\\s*", "")
                        .split("\n"))
                .filter(line -> !line.isBlank())
                .toList();
    }
}
