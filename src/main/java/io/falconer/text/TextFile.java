package io.falconer.text;

import java.io.EOFException;
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
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.function.Function;

/** Text files in UTF-8, decompressed if they are gzip's, of at most {@value #MOST_MIB} MiB. */
public final class TextFile {
    private static final int MOST_MIB = 64;
    private static final String IS_DIRECTORY = "Is a directory";
    private static final int MOST_BYTES = MOST_MIB << 20;

    private TextFile() {}

    /** Opens something to read. */
    @FunctionalInterface
    public interface Opening {
        InputStream open() throws IOException;
    }

    /** The text of the file at {@code path}, named {@code name}; as {@link #read(String, Opening)}. */
    public static Outcome<SourceFile> read(String name, Path path) {
        return read(name, () -> Files.newInputStream(path));
    }

    /**
     * The text of the stream from {@code opening}, named {@code name}. The stream is closed. Codes: {@code unreadable},
     * {@code file-too-large}, {@code not-utf-8}.
     */
    public static Outcome<SourceFile> read(String name, Opening opening) {
        Outcome<byte[]> read = bytes(name, opening);
        return read.value().isPresent() ? decode(name, read.value().get()) : Outcome.failed(read.diagnostics());
    }

    /**
     * The text that {@code decoding} makes of the bytes of what {@code opening} opens, called {@code name}; it is closed.
     * Codes: {@code unreadable}, {@code file-too-large}.
     */
    public static Outcome<SourceFile> read(String name, Opening opening, Function<byte[], String> decoding) {
        return bytes(name, opening).map(bytes -> SourceFile.of(name, decoding.apply(bytes)));
    }

    private static Outcome<byte[]> bytes(String name, Opening opening) {
        byte[] bytes;
        try (InputStream raw = opening.open();
                InputStream in = Gunzip.ifNeeded(raw)) {
            bytes = in.readNBytes(MOST_BYTES + 1);
        } catch (IOException e) {
            return Outcome.failed(unreadable(name, e));
        }
        if (bytes.length > MOST_BYTES) {
            return Outcome.failed(
                    Diagnostic.fileError("file-too-large", name + " is larger than " + MOST_MIB + " MiB"));
        }
        return Outcome.of(bytes);
    }

    /** Reports why the input named {@code name} cannot be read. Code {@code unreadable}. */
    public static Diagnostic unreadable(String name, IOException problem) {
        String why =
                switch (problem) {
                    case NoSuchFileException missing -> "the file does not exist";
                    case NotDirectoryException file -> "it is not a directory";
                    case AccessDeniedException denied -> "no permission to read it";
                    case IOException directory when IS_DIRECTORY.equals(directory.getMessage()) -> "it is a directory";
                    case EOFException early -> "its compressed data ends too soon";
                    default -> String.valueOf(problem.getMessage());
                };
        return Diagnostic.fileError("unreadable", "cannot read " + name + ": " + why);
    }

    private static Outcome<SourceFile> decode(String name, byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer text = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), text, true);
        if (!result.isError()) {
            return Outcome.of(SourceFile.of(name, text.flip().toString()));
        }
        int place = text.position();
        SourceFile lenient = SourceFile.of(name, new String(bytes, StandardCharsets.UTF_8));
        int end = Math.min(place + 1, lenient.text().length());
        Location location = new Location(lenient, new Span(Math.min(place, end), end));
        return Outcome.failed(Diagnostic.error("not-utf-8", "the text is not UTF-8 here", location)
                .withHint("save it as UTF-8"));
    }
}
