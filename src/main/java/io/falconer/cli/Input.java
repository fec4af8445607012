package io.falconer.cli;

import io.falconer.text.Diagnostic;
import io.falconer.text.Location;
import io.falconer.text.SourceFile;
import io.falconer.text.Span;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * Something to read: a file, or standard input.
 *
 * @param name as the user gave it
 * @param path the file; empty for standard input
 */
record Input(String name, Optional<Path> path) {
    /** What the user writes for standard input. */
    static final String STANDARD = "-";

    private static final int MOST_BYTES = 64 << 20;

    /** The bytes, decompressed if they are gzip's. Failures to open name the file. */
    InputStream open(Environment environment) {
        try {
            InputStream raw = path.isPresent() ? Files.newInputStream(path.get()) : environment.in();
            BufferedInputStream in = new BufferedInputStream(raw, 1 << 16);
            in.mark(2);
            boolean gzip = in.read() == 0x1f && in.read() == 0x8b;
            in.reset();
            return gzip ? new GZIPInputStream(in, 1 << 16) : in;
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** The whole text, which must be UTF-8. */
    SourceFile text(Environment environment) {
        byte[] bytes;
        try (InputStream in = open(environment)) {
            bytes = in.readNBytes(MOST_BYTES + 1);
        } catch (IOException e) {
            throw unreadable(e);
        }
        if (bytes.length > MOST_BYTES) {
            throw new UnloadableException(
                    Diagnostic.fileError("file-too-large", name + " is larger than " + (MOST_BYTES >> 20) + " MiB"));
        }
        return decode(bytes);
    }

    private SourceFile decode(byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer text = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), text, true);
        if (!result.isError()) {
            return SourceFile.of(name, text.flip().toString());
        }
        int place = text.position();
        SourceFile lenient = SourceFile.of(name, new String(bytes, StandardCharsets.UTF_8));
        throw new UnloadableException(Diagnostic.error(
                        "not-utf-8",
                        "the text is not UTF-8 here",
                        new Location(
                                lenient,
                                new Span(
                                        place,
                                        Math.min(place + 1, lenient.text().length()))))
                .withHint("save it as UTF-8"));
    }

    private UnloadableException unreadable(IOException problem) {
        String why =
                switch (problem) {
                    case NoSuchFileException missing -> "there is no such file";
                    case AccessDeniedException denied -> "no permission to read it";
                    default -> String.valueOf(problem.getMessage());
                };
        return new UnloadableException(Diagnostic.fileError("unreadable", "cannot read " + name + ": " + why));
    }
}
