package io.falconer.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A file too large to hold in memory that takes its name only when it is complete. */
final class StreamedFile implements AutoCloseable {
    private final Path file;
    private final Path temporary;
    private final PrintStream out;

    private StreamedFile(Path file, Path temporary, PrintStream out) {
        this.file = file;
        this.temporary = temporary;
        this.out = out;
    }

    static StreamedFile open(Path file) {
        Path temporary = WholeFile.prepare(file, "");
        try {
            return new StreamedFile(
                    file,
                    temporary,
                    new PrintStream(
                            new BufferedOutputStream(Files.newOutputStream(temporary)), false, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw WholeFile.unwritable(file, e);
        }
    }

    void print(String text) {
        out.print(text);
    }

    /** The file is complete: it gets its name. */
    void keep() {
        out.flush();
        try {
            if (out.checkError()) {
                throw new IOException("the disk may be full");
            }
            Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw WholeFile.unwritable(file, e);
        }
    }

    @Override
    public void close() {
        out.close();
        WholeFile.discard(temporary);
    }
}
