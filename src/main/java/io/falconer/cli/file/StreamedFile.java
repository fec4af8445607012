package io.falconer.cli.file;

import io.falconer.text.ByteText;
import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A file that is too large to hold in memory. It gets its name only when it is complete. Pipes and devices are written to
 * directly.
 */
public final class StreamedFile implements AutoCloseable {
    private final OutputPath file;
    private final Optional<TemporaryFile> temporary;
    private final FileOutputStream raw;
    private final PrintStream out;

    private StreamedFile(OutputPath file, Optional<TemporaryFile> temporary, FileOutputStream raw) {
        this.file = file;
        this.temporary = temporary;
        this.raw = raw;
        this.out = new PrintStream(
                new BufferedOutputStream(new ThrowingOutputStream(raw, file::unwritable)),
                false,
                StandardCharsets.UTF_8);
    }

    /** Opens the file. Nothing exists under its name until {@link #keep} is called. */
    public static StreamedFile open(OutputPath file) {
        try {
            if (WholeFile.isStream(file.path())) {
                // not of Files, whose streams an interrupt closes
                return new StreamedFile(
                        file, Optional.empty(), new FileOutputStream(file.path().toFile()));
            }
            Path written = WholeFile.written(file.path());
            Path directory = Files.createDirectories(WholeFile.directory(written));
            WholeFile.requireFile(written);
            TemporaryFile temporary = TemporaryFile.in(directory);
            return new StreamedFile(file, Optional.of(temporary), temporary.out());
        } catch (IOException e) {
            throw file.unwritable(e);
        }
    }

    /** Writes the bytes of {@code text}. */
    public void print(String text) {
        out.writeBytes(ByteText.encode(text));
    }

    /** Completes the file: it gets its name. */
    public void keep() {
        out.flush();
        try {
            if (temporary.isPresent()) {
                temporary.get().become(WholeFile.written(file.path()));
            }
        } catch (IOException e) {
            throw file.unwritable(e);
        }
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (UnloadableException e) {
            // The command has failed before and reported why. Otherwise the file was kept.
        } finally {
            closeFile();
        }
    }

    /** A stream that could not be flushed stays open. */
    private void closeFile() {
        try {
            if (temporary.isPresent()) {
                temporary.get().close();
            } else {
                raw.close();
            }
        } catch (IOException e) {
            throw file.unwritable(e);
        }
    }
}
