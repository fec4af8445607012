package io.falconer.cli.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A run that is killed while it writes leaves the files of one round, or what the next command completes that reads or writes them;
 * never a lock. {@code -Dfalconer.kills=200} kills more often.
 */
@Timeout(value = 900, unit = TimeUnit.SECONDS)
class KilledRunTest {
    private static final int KILLS = Integer.getInteger("falconer.kills", 6);

    @TempDir
    Path directory;

    @Test
    void afterAKillAllFilesAreOfOneRoundAndTheNextRunCanWrite() throws Exception {
        OutputPath root = new OutputPath("out", directory.resolve("out"));
        WritingWithoutEnd.write(root, 0);
        Random random = new Random(3);
        int mixtures = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin/java").toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-XX:+UseSerialGC",
                            "-cp",
                            System.getProperty("java.class.path"),
                            WritingWithoutEnd.class.getName(),
                            root.path().toString())
                    .redirectErrorStream(true)
                    .redirectOutput(directory.resolve("log").toFile())
                    .start();
            while (process.isAlive() && contents(root.path()).contains("round 0")) {
                Thread.sleep(2); // looking at all files takes the time of a processor
            }
            Thread.sleep(random.nextInt(40));
            if (kill % 2 == 0) {
                waitForRenames(root.path(), process);
            }
            process.destroyForcibly().waitFor();
            assertThat(directory.resolve("log")).hasContent("");

            mixtures += contents(root.path()).size() > 1 ? 1 : 0;
            if (kill % 4 < 2) {
                KilledRuns.finish(root.path(), "out");
                assertThat(contents(root.path())).as("what a command reads").hasSize(1);
            }
            Transaction.recover(root);
            assertThat(contents(root.path())).as("after the next run").hasSize(1);
            assertThat(files(root.path())).hasSize(WritingWithoutEnd.FILES); // and nothing else
            WritingWithoutEnd.write(root, 0);
            assertThat(contents(root.path())).containsExactly("round 0");
        }
        System.out.println(KILLS + " kills left " + mixtures + " mixtures, and no command read one");
    }

    /** The journal is complete only as long as files are renamed. */
    private static void waitForRenames(Path root, Process process) {
        Path journal = root.resolve(JournalFile.NAME);
        boolean complete = false;
        while (process.isAlive() && !complete) {
            try {
                complete = Files.readString(journal).endsWith("\nend\n");
            } catch (IOException gone) {
                Thread.onSpinWait();
            }
        }
    }

    private static List<Path> files(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static Set<String> contents(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root, 2)) {
            return files.filter(file -> file.getFileName().toString().startsWith("f"))
                    .map(KilledRunTest::text)
                    .collect(Collectors.toSet());
        } catch (UncheckedIOException changing) {
            return Set.of("round 0");
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
