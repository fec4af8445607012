package io.falconer;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconer.cli.Run;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The directory in which a user works: an empty one for each test. Names of files are relative to it. It is an extension of
 * JUnit: put it into a field with {@code @RegisterExtension}.
 */
public final class Workspace implements BeforeEachCallback, AfterEachCallback {
    private Path directory;

    @Override
    public void beforeEach(ExtensionContext context) throws IOException {
        directory = Files.createTempDirectory("falconer");
    }

    @Override
    public void afterEach(ExtensionContext context) throws IOException {
        delete(directory);
    }

    private static void delete(Path file) throws IOException {
        if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
            if (!file.toFile().setReadable(true)) { // a test may have made it unreadable
                throw new IOException("cannot read " + file);
            }
            try (Stream<Path> files = Files.list(file)) {
                for (Path each : files.toList()) {
                    delete(each);
                }
            }
        }
        Files.delete(file);
    }

    /** The directory itself. */
    public Path path() {
        return directory;
    }

    /** A file, which need not exist. */
    public Path path(String name) {
        return directory.resolve(name);
    }

    /** Writes a file in UTF-8. Creates missing folders. */
    public Path write(String name, String text) {
        return write(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Writes a file of bytes. Creates missing folders. */
    public Path write(String name, byte[] bytes) {
        try {
            Path file = path(name);
            Files.createDirectories(file.getParent());
            return Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes an executable script. */
    public Path executable(String name, String text) {
        Path file = write(name, text);
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file;
    }

    /** The text of a file. */
    public String read(String name) {
        try {
            return Files.readString(path(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Appends text to a file. */
    public Path append(String name, String text) {
        return write(name, read(name) + text);
    }

    /** Replaces a text in a file wherever it stands. The file must contain it. */
    public Path replace(String name, String text, String replacement) {
        String before = read(name);
        assertThat(before).contains(text);
        return write(name, before.replace(text, replacement));
    }

    /** Runs {@code falconer} in the directory with nothing on standard input. */
    public Run run(String... arguments) {
        return Run.in(directory, arguments);
    }

    /** Runs {@code falconer} in the directory with this standard input. */
    public Run runWithInput(String input, String... arguments) {
        return Run.withInput(directory, input, arguments);
    }
}
