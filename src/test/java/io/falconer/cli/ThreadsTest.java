package io.falconer.cli;

import io.falconer.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Situations that people asked about in public, made small, and what one sees of them: {@code src/test/golden/threads}; and
 * what {@code explain} says of others: {@code src/test/golden/explain}. In each folder {@code expected.txt} holds commands, lines that begin with {@code $}, each with its exit status and output.
 */
class ThreadsTest {
    private static final List<Path> THREADS =
            List.of(Path.of("src/test/golden/threads"), Path.of("src/test/golden/explain"));
    private static final String PROMPT = "$ falconer ";

    static Stream<Path> threads() throws IOException {
        List<Path> threads = new ArrayList<>();
        for (Path folder : THREADS) {
            try (Stream<Path> folders = Files.list(folder)) {
                folders.sorted().forEach(threads::add);
            }
        }
        return threads.stream();
    }

    @ParameterizedTest
    @MethodSource("threads")
    void isExplained(Path thread) throws IOException {
        Path expected = thread.resolve("expected.txt");
        StringBuilder now = new StringBuilder();
        for (String line : Golden.read(expected).lines().toList()) {
            if (line.startsWith(PROMPT)) {
                String command = line.replaceFirst(" +# .*$", "");
                Run run = Run.in(
                        thread.toAbsolutePath(),
                        command.substring(PROMPT.length()).split(" "));
                now.append(command)
                        .append("   # exits with ")
                        .append(run.status())
                        .append('\n');
                now.append(run.out()).append(run.err()).append('\n');
            }
        }
        Golden.check(expected, now.toString());
    }
}
