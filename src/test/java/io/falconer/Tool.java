package io.falconer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A program of the machine that was run, with what it wrote. */
public record Tool(int status, String out, String err) {

    /** Runs a program in a directory, with nothing on standard input. */
    public static Tool run(Path directory, String... command) throws IOException, InterruptedException {
        return run(directory, Map.of(), command);
    }

    /** The same with these variables besides those of the environment. */
    public static Tool run(Path directory, Map<String, String> variables, String... command)
            throws IOException, InterruptedException {
        Path out = Files.createTempFile(directory, "tool", ".out");
        Path err = Files.createTempFile(directory, "tool", ".err");
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(variables);
        int status = builder.directory(directory.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start()
                .waitFor();
        Tool ran = new Tool(
                status, Files.readString(out, StandardCharsets.UTF_8), Files.readString(err, StandardCharsets.UTF_8));
        Files.delete(out);
        Files.delete(err);
        return ran;
    }

    /** Whether the program is on the PATH. */
    public static boolean isThere(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    /** Skips the test, and says so on the console, where none of the programs is there. */
    public static void requireOne(String... programs) {
        if (Stream.of(programs).noneMatch(Tool::isThere)) {
            String missing = "there is no " + String.join(" or ", List.of(programs)) + " here";
            System.out.println("skipped: " + missing);
            Assumptions.abort(missing);
        }
    }
}
