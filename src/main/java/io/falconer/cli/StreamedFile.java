package io.falconer.cli;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/** A file too large to hold in memory that takes its name only when it is complete; pipes and devices are written to. */
final class StreamedFile implements AutoCloseable {
    private final Target file;
    private final Optional<Path> temporary;
    private final PrintStream out;

    private StreamedFile(Target file, Optional<Path> temporary, PrintStream out) {
        this.file = file;
        this.temporary = temporary;
        this.out = out;
    }

    static StreamedFile open(Target file) {
        Optional<Path> temporary =
                WholeFile.isStream(file.path()) ? Optional.empty() : Optional.of(WholeFile.prepare(file, ""));
        try {
            return new StreamedFile(
                    file,
                    temporary,
                    new PrintStream(
                            // not of Files, whose streams an interrupt closes
                            new BufferedOutputStream(new FileOutputStream(
                                    temporary.orElse(file.path()).toFile())),
                            false,
                            StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw file.unwritable(e);
        }
    }

    void print(String text) {
        out.print(text);
    }

    /** The file is complete: it gets its name. */
    void keep() {
        if (out.checkError()) {
            throw file.unwritable(new IOException("the disk may be full"));
        }
        temporary.ifPresent(complete -> WholeFile.rename(complete, file));
    }

    @Override
    public void close() {
        out.close();
        temporary.ifPresent(WholeFile::discard);
    }
}
