package io.falconer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final AtomicLong now = new AtomicLong();

    @Test
    void aLongRunSaysHowFarItHasComeAndCleansUp() {
        try (Progress progress = progress(true, Map.of())) {
            progress.run();
            assertThat(shown()).as("nothing in the first half second").isEmpty();
            now.set(600);
            progress.run();
            assertThat(shown()).isEqualTo("\r\u001B[K\u001B[?7lproving 2/4 (50 %)\u001B[?7h");
            progress.run();
            assertThat(shown()).as("ten times a second").isEqualTo("\r\u001B[K\u001B[?7lproving 2/4 (50 %)\u001B[?7h");
        }
        assertThat(shown()).endsWith("(50 %)\u001B[?7h\r\u001B[K");
    }

    @Test
    void aShortRunLeavesTheTerminalAlone() {
        try (Progress progress = progress(true, Map.of())) {
            progress.run();
        }
        assertThat(shown()).isEmpty();
    }

    @Test
    void nothingIsShownWhereThereIsNoTerminal() {
        for (Progress progress : new Progress[] {progress(false, Map.of()), progress(true, Map.of("TERM", "dumb"))}) {
            now.addAndGet(1000);
            progress.run();
            progress.close();
        }
        assertThat(shown()).isEmpty();
    }

    private String shown() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private Progress progress(boolean terminal, Map<String, String> variables) {
        Environment environment = new Environment(
                new ByteArrayInputStream(new byte[0]),
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                new Terminal(false, terminal),
                Path.of(""),
                variables,
                new TestClock(now::get),
                new Interruption());
        return new Progress(environment, new CommonOptions(), "proving", 4);
    }
}
