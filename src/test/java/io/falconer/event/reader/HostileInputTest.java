package io.falconer.event.reader;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.falconer.event.Event;
import io.falconer.event.json.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** No input breaks the reader, stops it, or makes it slower than linear. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class HostileInputTest {
    private static final String GOOD =
            "{\"kind\":\"Event\",\"stageTimestamp\":\"2026-03-01T10:00:00Z\",\"auditID\":\"a\"}";

    private final EventReader reader = new EventReader();

    private List<Event> read(byte[] bytes) {
        var events = new ArrayList<Event>();
        assertThatCode(() -> reader.read("f", new ByteArrayInputStream(bytes), events::add))
                .doesNotThrowAnyException();
        return events;
    }

    private void assertSkipsAndGoesOn(String hostile, SkipReason reason) {
        assertThat(read((hostile + "\n" + GOOD + "\n").getBytes(UTF_8))).hasSize(1);
        assertThat(reader.skips().counts()).containsOnlyKeys(reason);
    }

    @Test
    void nestingIsBounded() {
        assertSkipsAndGoesOn("[".repeat(10_000), SkipReason.INVALID_JSON);
        assertSkipsAndGoesOn("{\"a\":".repeat(10_000), SkipReason.INVALID_JSON);
        assertSkipsAndGoesOn("[".repeat(10_000) + "]".repeat(10_000), SkipReason.INVALID_JSON);
    }

    @Test
    void manyLinesThatOpenAndNeverCloseCostLinearTime() {
        assertSkipsAndGoesOn("[\n".repeat(500_000) + "x", SkipReason.INVALID_JSON);
    }

    @Test
    void oneOpenLineBeforeManyGoodOnesCostsNothing() {
        byte[] bytes = ("[1,\n" + ("[1,2],\n").repeat(300_000) + GOOD).getBytes(UTF_8);
        assertThat(read(bytes)).hasSize(1);
    }

    @Test
    void aTextOfAHundredMegabytesIsSkipped() {
        byte[] bytes = new byte[100 << 20];
        Arrays.fill(bytes, (byte) 'x');
        byte[] start = "{\"a\":\"".getBytes(UTF_8);
        System.arraycopy(start, 0, bytes, 0, start.length);
        byte[] end = ("\"}\n" + GOOD).getBytes(UTF_8);
        System.arraycopy(end, 0, bytes, bytes.length - end.length, end.length);
        assertThat(read(bytes)).hasSize(1);
        assertThat(reader.skips().counts()).containsOnlyKeys(SkipReason.DOCUMENT_TOO_LARGE);
    }

    @Test
    void aMultitudeOfValuesIsSkipped() {
        assertSkipsAndGoesOn("[" + "1,".repeat(3_000_000) + "1]", SkipReason.DOCUMENT_TOO_LARGE);
        assertSkipsAndGoesOn("[" + "1,\n".repeat(3_000_000) + "1]", SkipReason.DOCUMENT_TOO_LARGE);
        assertThat(Json.parse("[" + "1,".repeat(2_000_000) + "1]")).isPresent();
    }

    @Test
    void aLineWithoutEndIsReadInBoundedMemory() throws IOException {
        var endless = new InputStream() {
            private long left = 1L << 28;

            @Override
            public int read() {
                return left-- > 0 ? '[' : -1;
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                if (left <= 0) {
                    return -1;
                }
                int count = (int) Math.min(length, left);
                Arrays.fill(target, offset, offset + count, (byte) 'x');
                left -= count;
                return count;
            }
        };
        reader.read("-", endless, event -> {});
        assertThat(reader.skips().counts()).containsEntry(SkipReason.DOCUMENT_TOO_LARGE, 1L);
    }

    @Test
    void anyBytesAreSurvived() {
        var random = new Random(7);
        byte[] alphabet = "{}[]\",:\\u0dtrufalsn1.-e \n\t\0\u00ff".getBytes(UTF_8);
        for (int round = 0; round < 4_000; round++) {
            byte[] bytes = new byte[random.nextInt(60)];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = random.nextInt(10) == 0
                        ? (byte) random.nextInt(256)
                        : alphabet[random.nextInt(alphabet.length)];
            }
            read(bytes);
            Json.parse(bytes).ifPresent(HostileInputTest::look);
        }
    }

    /** Everything that can be asked of a value. */
    private static void look(Json json) {
        json.text();
        json.compact();
        json.pretty();
        json.get("a");
        json.items().forEach(HostileInputTest::look);
        json.members().forEach(member -> look(member.value()));
        assertThat(Json.parse(json.compact())).map(Json::compact).contains(json.compact());
    }

    @Test
    void mangledEventsAreReadOrSkipped() {
        var random = new Random(11);
        for (int round = 0; round < 4_000; round++) {
            byte[] bytes = GOOD.getBytes(UTF_8);
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            int events = read(bytes).size();
            assertThat(events).isBetween(0, 1);
        }
    }
}
