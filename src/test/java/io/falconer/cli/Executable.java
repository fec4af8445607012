package io.falconer.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An executable of Falconer, run as a process of its own. */
record Executable(Path path) {

    /** The one that tests are to judge, if they are not to judge the classes themselves. */
    static Optional<Executable> underTest() {
        return Optional.ofNullable(System.getProperty("falconer.executable"))
                .map(path -> new Executable(Path.of(path).toAbsolutePath()));
    }

    /** Runs it in a directory, with nothing in its environment but these variables. */
    Run run(Path directory, String input, Map<String, String> variables, String... arguments) {
        List<String> command = new ArrayList<>(List.of(path.toString()));
        command.addAll(List.of(arguments));
        try {
            Path in = Files.createTempFile("in", "");
            Path out = Files.createTempFile("out", "");
            Path err = Files.createTempFile("err", "");
            Files.writeString(in, input);
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(directory.toAbsolutePath().toFile())
                    .redirectInput(in.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            builder.environment().clear();
            builder.environment().put("TZ", "UTC");
            builder.environment().putAll(variables);
            int status = builder.start().waitFor();
            Run run = new Run(status, text(out), text(err));
            for (Path file : List.of(in, out, err)) {
                Files.delete(file);
            }
            return run;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }
}
