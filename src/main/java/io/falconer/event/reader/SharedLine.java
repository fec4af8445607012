package io.falconer.event.reader;

import io.falconer.event.json.JsonScanner;
import io.falconer.event.json.JsonScanner.Progress;

/** A line that has more after its first document. Falco refuses all of it. Falconer counts what is lost. */
public final class SharedLine {
    private SharedLine() {}

    /**
     * What is lost with a line that continues after its first document.
     *
     * @param from where the line begins in {@code bytes}
     * @param end where it ends, without its line feed
     * @return {@link SkipReason#SHARED_LINE} once for each document, or {@link SkipReason#INVALID_JSON} if no other document
     *     follows the first
     */
    public static StreamItem.Broken of(byte[] bytes, int from, int end, int line) {
        JsonScanner scanner = new JsonScanner();
        int documents = 0;
        int at = from;
        while (at < end) {
            scanner.reset(at);
            if (scanner.scan(bytes, 0, end) != Progress.COMPLETE) {
                break;
            }
            documents++;
            at = LineBuffer.skipBlanks(bytes, scanner.end(), end);
        }
        return documents > 1
                ? new StreamItem.Broken(SkipReason.SHARED_LINE, line, documents + (at < end ? 1 : 0))
                : new StreamItem.Broken(SkipReason.INVALID_JSON, line);
    }
}
