package io.falconer.event.reader;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.falconer.event.AuditEvent;
import io.falconer.event.Event;
import io.falconer.event.Origin;
import io.falconer.event.SyscallEvent;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventReaderTest {
    private static final String TIME = "\"stageTimestamp\":\"2026-03-01T10:00:00Z\"";

    private final EventReader reader = new EventReader();

    private static String event(String id) {
        return "{\"kind\":\"Event\"," + TIME + ",\"auditID\":\"" + id + "\"}";
    }

    /** The same event over several lines. */
    private static String pretty(String id) {
        return event(id).replace("{", "{\n  ").replace(",", ",\n  ").replace("}", "\n}");
    }

    private static String ids(List<Event> events) {
        return events.stream()
                .map(event -> ((AuditEvent) event)
                        .document()
                        .get("auditID")
                        .orElseThrow()
                        .text())
                .collect(Collectors.joining(" "));
    }

    private static Origin at(int line) {
        return new Origin("f", line, OptionalInt.empty());
    }

    private static Origin at(int line, int index) {
        return new Origin("f", line, OptionalInt.of(index));
    }

    @Test
    void readsOneDocumentALine() {
        List<Event> events = reader.read("f", event("a") + "\n\r\n  \n" + event("b") + "\r\n" + event("c"));
        assertThat(ids(events)).isEqualTo("a b c");
        assertThat(events).extracting(Event::origin).containsExactly(at(1), at(4), at(5));
        assertThat(events).extracting(Event::number).containsExactly(1L, 2L, 3L);
        assertThat(reader.skips().total()).isZero();
    }

    @Test
    void readsDocumentsOverSeveralLinesOneAfterTheOther() {
        String text = pretty("a") + "\n" + pretty("b") + pretty("c") + "\n\n" + event("d") + "\n" + pretty("e");
        List<Event> events = reader.read("f", "\uFEFF" + text);
        assertThat(ids(events)).isEqualTo("a b c d e");
        assertThat(events).extracting(Event::origin).containsExactly(at(1), at(6), at(10), at(16), at(17));
    }

    @Test
    void readsListsAndArrays() {
        String list = "{\"kind\":\"EventList\",\"items\":[" + event("a") + ","
                + event("b").replace("Event", "Foo") + "]}";
        List<Event> events = reader.read("f", list + "\n[" + event("c") + ",[" + event("d") + "," + list + "]]");
        assertThat(ids(events)).isEqualTo("a b c d a b");
        assertThat(events)
                .extracting(Event::origin)
                .containsExactly(at(1, 0), at(1, 1), at(2, 0), at(2, 1), at(2, 2), at(2, 3));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'kind':'Event'} | NO_TIMESTAMP",
                "{'kind':'Event','stageTimestamp':1} | NO_TIMESTAMP",
                "{'kind':'Event','stageTimestamp':'2026-03-01'} | NO_TIMESTAMP",
                "{'kind':'Pod'} | NOT_AN_EVENT",
                "{'kind':['Event']} | NOT_AN_EVENT",
                "{} | NOT_AN_EVENT",
                "'Event' | NOT_AN_EVENT",
                "17 | NOT_AN_EVENT",
                "{'kind':'EventList'} | NOT_AN_EVENT",
                "{'kind':'EventList','items':[]} | NOT_AN_EVENT",
                "{'kind':'EventList','items':{}} | NOT_AN_EVENT",
                "{'kind':'EventList','items':[7]} | NO_TIMESTAMP",
                "[{'kind':'Event','stageTimestamp':'2026-03-01T10:00:00Z'},{'kind':'Foo'}] | NOT_AN_EVENT",
                "{'source':'k8s_audit','fields':{}} | OTHER_SOURCE",
                "{'source':'syscall','fields':[]} | NOT_AN_EVENT",
                "{'fields':{}} | NOT_AN_EVENT",
                "kind: Event | INVALID_JSON",
                "{'kind':'Event',} | INVALID_JSON",
                "{'kind':'Event'} x | INVALID_JSON",
                "{'kind':'Event' | INVALID_JSON",
                "{'kind | INVALID_JSON",
            })
    void skipsAndGoesOn(String line, SkipReason reason) {
        List<Event> events = reader.read("f", event("a") + "\n" + line.replace('\'', '"') + "\n" + event("b") + "\n");
        assertThat(ids(events)).isEqualTo("a b");
        assertThat(events).extracting(Event::number).containsExactly(1L, 2L);
        assertThat(reader.skips().counts()).containsOnlyKeys(reason).containsEntry(reason, 1L);
        assertThat(reader.skips().first().get(reason))
                .singleElement()
                .extracting(Origin::line)
                .isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"2, {}{}", "3, {} [] {}", "3, 1 2 3", "3, {} {} {", "3, [1] 2 x", "2, ' {}\t{} \r'"})
    void documentsThatShareALineAreSkippedAndCounted(long count, String line) {
        assertThat(ids(reader.read("f", event("a") + "\n" + line + "\n" + event("b") + "\n")))
                .isEqualTo("a b");
        assertThat(reader.skips().counts()).containsExactly(Map.entry(SkipReason.SHARED_LINE, count));
        assertThat(reader.skips().first()).containsEntry(SkipReason.SHARED_LINE, List.of(at(2)));
    }

    @Test
    void anItemOfAListIsSkippedByItself() {
        String list = "{\"kind\":\"EventList\",\"items\":[" + event("a") + ",{\"kind\":\"Event\"}," + event("b") + "]}";
        assertThat(ids(reader.read("f", list))).isEqualTo("a b");
        assertThat(reader.skips().first()).containsEntry(SkipReason.NO_TIMESTAMP, List.of(at(1, 1)));
    }

    @Test
    void anEmptyArrayHoldsNothingAndIsNoMistake() {
        assertThat(reader.read("f", "[]")).isEmpty();
        assertThat(reader.skips().total()).isZero();
    }

    @Test
    void theLimitIsOnTheCompactTextOfAnEvent() {
        String start = "{\"kind\":\"Event\"," + TIME + ",\"auditID\":\"a\",\"x\":\"";
        String fits = start + "x".repeat(262_144 - start.length() - 2) + "\"}";
        String tooLarge = fits.replace("xx\"}", "xxx\"}");
        assertThat(reader.read("f", fits.replace(",", ", ") + "\n" + tooLarge)).hasSize(1);
        assertThat(reader.skips().first()).containsEntry(SkipReason.EVENT_TOO_LARGE, List.of(at(2)));
    }

    @Test
    void keepsTheFirstFewPlacesOnly() {
        reader.read("f", "x\n".repeat(1000));
        assertThat(reader.skips().counts()).containsEntry(SkipReason.INVALID_JSON, 1000L);
        assertThat(reader.skips().first().get(SkipReason.INVALID_JSON))
                .containsExactly(at(1), at(2), at(3), at(4), at(5));
    }

    @Test
    void aBrokenDocumentOverSeveralLinesIsOneMistake() {
        String broken = pretty("x").replace("\n}", ",\n}");
        assertThat(ids(reader.read("f", pretty("a") + "\n" + broken + "\n" + pretty("b") + "\n" + event("c"))))
                .isEqualTo("a b c");
        assertThat(reader.skips().first()).containsEntry(SkipReason.INVALID_JSON, List.of(at(6)));
    }

    @Test
    void aTruncatedLineTakesNothingWithIt() {
        String lines = IntStream.range(0, 1000)
                .mapToObj(i -> "{\"kind\":\"Event\",\"a\":\n" + event("a"))
                .collect(Collectors.joining("\n"));
        assertThat(reader.read("f", lines)).hasSize(1000);
        assertThat(reader.skips().counts()).containsEntry(SkipReason.INVALID_JSON, 1000L);
    }

    @Test
    void eachSourceCountsByItself() {
        String syscall = "{\"source\":\"syscall\",\"fields\":{\"evt.type\":\"open\"},\"note\":1}";
        String alert =
                "{\"rule\":\"r\",\"output\":\"o\",\"source\":\"syscall\",\"time\":\"2026-03-01T10:00:00.5Z\",\"output_fields\":{\"evt.type\":\"listen\"}}";
        List<Event> events = reader.read("f", syscall + "\n" + event("a") + "\n[" + alert + "," + event("b") + "]\n");
        assertThat(events).extracting(Event::number).containsExactly(1L, 1L, 2L, 2L);
        assertThat(events.get(2)).isInstanceOf(SyscallEvent.class);
        assertThat(events.get(2).nanos()).isEqualTo(1_772_359_200_500_000_000L);
        assertThat(events.get(2).firstNanos()).isZero();
        assertThat(((SyscallEvent) events.get(2)).fields().compact()).isEqualTo("{\"evt.type\":\"listen\"}");
    }

    @Test
    void numbersGoOnFromFileToFile(@TempDir Path directory) throws IOException {
        Path plain = Files.writeString(directory.resolve("a.json"), event("a"));
        Path packed = Files.write(directory.resolve("b.json"), gzip(event("b") + "\n" + event("c")));
        var events = new ArrayList<Event>();
        reader.read(plain, events::add);
        reader.read(packed, events::add);
        assertThat(ids(events)).isEqualTo("a b c");
        assertThat(events).extracting(Event::number).containsExactly(1L, 2L, 3L);
        assertThat(events.get(2).origin()).isEqualTo(new Origin(packed.toString(), 2, OptionalInt.empty()));
    }

    @Test
    void unpacksSeveralGzipMembersFromASlowPipe() throws IOException {
        var bytes = new ByteArrayOutputStream();
        bytes.write(gzip(event("a") + "\n"));
        bytes.write(gzip(event("b") + "\n"));
        for (int piece : new int[] {1, 7}) {
            var events = new ArrayList<Event>();
            reader.read("-", inPieces(bytes.toByteArray(), piece), events::add);
            assertThat(ids(events)).isEqualTo("a b");
        }
    }

    /** Java's own reader of gzip overflows the stack. */
    @Test
    void emptyGzipMembersInARowAreRead() throws IOException {
        byte[] empty = gzip("");
        var bytes = new ByteArrayOutputStream();
        for (int i = 0; i < 100_000; i++) {
            bytes.write(empty);
        }
        bytes.write(gzip(event("a") + "\n"));
        bytes.write(empty);
        bytes.write(gzip(event("b") + "\n"));
        var events = new ArrayList<Event>();
        reader.read("-", new ByteArrayInputStream(bytes.toByteArray()), events::add);
        assertThat(ids(events)).isEqualTo("a b");
    }

    /** RFC 1952, section 2.3: extra field, name, comment and a checksum of the header. */
    @Test
    void everyPartOfAGzipHeaderIsRead() throws IOException {
        byte[] plain = gzip(event("a") + "\n");
        var header = new ByteArrayOutputStream();
        header.write(new byte[] {0x1F, (byte) 0x8B, 8, 2 | 4 | 8 | 16, 0, 0, 0, 0, 0, 3});
        header.write(new byte[] {3, 0, 'x', 0, 'z'});
        header.write("audit.log\0the log\0".getBytes(UTF_8));
        var crc = new CRC32();
        crc.update(header.toByteArray());
        header.write((int) crc.getValue() & 0xFF);
        header.write((int) crc.getValue() >> 8 & 0xFF);
        header.write(plain, 10, plain.length - 10);
        var events = new ArrayList<Event>();
        reader.read("-", new ByteArrayInputStream(header.toByteArray()), events::add);
        assertThat(ids(events)).isEqualTo("a");

        byte[] damaged = header.toByteArray();
        damaged[18]++;
        assertThatThrownBy(() -> reader.read("-", new ByteArrayInputStream(damaged), events::add))
                .hasMessage("its header is damaged: it has another checksum");
        byte[] other = plain.clone();
        other[other.length - 1]++;
        assertThatThrownBy(() -> reader.read("-", new ByteArrayInputStream(other), events::add))
                .hasMessage("its compressed data is damaged: it has another checksum");
    }

    /** A pipe that gives a few bytes at a time. */
    private static InputStream inPieces(byte[] bytes, int most) {
        return new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] target, int offset, int length) {
                return super.read(target, offset, Math.min(length, most));
            }

            @Override
            public synchronized int available() {
                return 0;
            }
        };
    }

    @Test
    void damagedGzipFailsAfterTheEventsBeforeIt() throws IOException {
        byte[] packed = gzip((event("a") + "\n").repeat(50_000));
        var events = new ArrayList<Event>();
        var cut = new ByteArrayInputStream(packed, 0, packed.length - 20);
        assertThatThrownBy(() -> reader.read("-", cut, events::add)).isInstanceOf(IOException.class);
        assertThat(events).isNotEmpty();
    }

    @Test
    void whatFollowsGzipAndIsNoneFails() throws IOException {
        for (String rest : List.of("garbage", "\u001f\u008b\b", "\0\0\0x", "x".repeat(100_000))) {
            var bytes = new ByteArrayOutputStream();
            bytes.write(gzip(event("a") + "\n"));
            bytes.write(rest.getBytes(ISO_8859_1));
            for (int piece : new int[] {1, 7, 1 << 16}) {
                InputStream in = inPieces(bytes.toByteArray(), piece);
                var events = new ArrayList<Event>();
                assertThatThrownBy(() -> reader.read("-", in, events::add))
                        .as(rest)
                        .isInstanceOf(IOException.class)
                        .hasMessageContaining("what follows its compressed data");
                assertThat(ids(events)).isEqualTo("a");
            }
        }
        var padded = new ByteArrayOutputStream();
        padded.write(gzip(event("a") + "\n"));
        padded.write(new byte[70_000]);
        var events = new ArrayList<Event>();
        reader.read("-", new ByteArrayInputStream(padded.toByteArray()), events::add);
        assertThat(ids(events)).isEqualTo("a");
    }

    private static byte[] gzip(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }
}
