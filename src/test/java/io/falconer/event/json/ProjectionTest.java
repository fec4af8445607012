package io.falconer.event.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a projection keeps, and that it changes nothing about which texts are JSON. */
class ProjectionTest {
    @Test
    void membersThatAreWantedAreKeptThroughArraysAndTheOthersAreNot() {
        Json json =
                scan("{\"a\":{\"b\":[{\"c\":1,\"d\":2},{\"d\":3}],\"x\":[[{}]]},\"e\":{\"f\":[1,{}]}}", "a.b.c", "e");
        assertThat(json.get("a").orElseThrow().get("x")).isEmpty();
        List<Json> elements =
                json.get("a").flatMap(a -> a.get("b")).orElseThrow().items();
        assertThat(elements)
                .extracting(e -> e.get("c").map(Json::text))
                .containsExactly(Optional.of("1"), Optional.empty());
        assertThat(elements).allMatch(e -> e.get("d").isEmpty());
        assertThat(json.get("e").orElseThrow().get("f").orElseThrow().items()).hasSize(2);
        assertThat(json.compact()).contains("\"d\":3");
    }

    @Test
    void ofEqualKeysTheFirstWithoutEscapesStillCounts() {
        Json json = scan("{\"\\u0061\":0,\"b\":9,\"a\":1,\"a\":2}", "a");
        assertThat(json.get("a").orElseThrow().text()).isEqualTo("1");
        assertThat(scan("{\"b\":9,\"\\u0061\":{\"x\":1}}", "a").get("a").flatMap(a -> a.get("x")))
                .isPresent();
    }

    @Test
    void aScalarWhereAnObjectIsLookedForIsKept() {
        assertThat(scan("{\"a\":\"text\"}", "a.b").get("a").orElseThrow().text())
                .isEqualTo("text");
        assertThat(scan("7", "a").kind()).isEqualTo(Kind.NUMBER);
    }

    @Test
    void manyKeysAreTold() {
        String[] paths = IntStream.range(0, 500).mapToObj(i -> "key" + i * 2).toArray(String[]::new);
        StringBuilder text = new StringBuilder("{\"\":0");
        for (int i = 0; i < 1000; i++) {
            text.append(",\"key").append(i).append("\":").append(i);
        }
        Json json = scan(text + "}", paths);
        for (int i = 0; i < 1000; i++) {
            assertThat(json.get("key" + i).isPresent()).isEqualTo(i % 2 == 0);
        }
        assertThat(scan("{\"\":5,\"a\":6}", "").get("").orElseThrow().text()).isEqualTo("5");
    }

    @Test
    void whateverIsKeptATextInOneLineIsTakenIfTheOtherScannerTakesIt() {
        Random random = new Random(11);
        String seed = "{\"a\":[1,-2.5e3,true,{\"b\":\"x\\\"y\",\"c\":null}],\"\\u0061\":[[],{}], \"d\" : NaN}";
        JsonScanner expected = new JsonScanner();
        List<LineScanner> scanners = List.of(
                new LineScanner(Projection.of(List.of(List.of("a", "b"), List.of("z")))),
                new LineScanner(Projection.NOTHING),
                new LineScanner(Projection.ALL));
        int complete = 0;
        for (int i = 0; i < 200_000; i++) {
            byte[] text = mutated(random, seed.getBytes(UTF_8));
            int limit = text.length - random.nextInt(3);
            expected.reset();
            boolean taken = expected.scan(text, 0, limit) == JsonScanner.Progress.COMPLETE;
            for (LineScanner scanner : scanners) {
                assertThat(scanner.scan(text, JsonSkipper.nonBlank(text, 0, limit), limit))
                        .as(() -> new String(text, 0, limit, UTF_8))
                        .isEqualTo(taken ? expected.end() : LineScanner.LEFT);
            }
            if (taken) {
                complete++;
                assertThat(scanners.get(2).view(text))
                        .hasToString(expected.view(text).toString());
            }
        }
        assertThat(complete).isBetween(20_000, 180_000);
    }

    @Test
    void deepTextsAreLeft() {
        LineScanner kept = new LineScanner(Projection.ALL);
        LineScanner passedOver = new LineScanner(Projection.of(List.of(List.of("a"))));
        for (int depth : List.of(1, 63, 64, 65, 300, 100_000)) {
            byte[] text = ("{\"x\":" + "[".repeat(depth) + "]".repeat(depth) + "}").getBytes(UTF_8);
            assertThat(kept.scan(text, 0, text.length)).isEqualTo(depth > 63 ? LineScanner.LEFT : text.length);
            assertThat(passedOver.scan(text, 0, text.length)).isEqualTo(depth > 64 ? LineScanner.LEFT : text.length);
        }
    }

    private static byte[] mutated(Random random, byte[] seed) {
        byte[] text = seed.clone();
        String bytes = "{}[],:\"\\ \n0an-";
        for (int changes = random.nextInt(3); changes > 0; changes--) {
            text[random.nextInt(text.length)] = (byte) bytes.charAt(random.nextInt(bytes.length()));
        }
        return text;
    }

    private static Json scan(String text, String... paths) {
        LineScanner scanner = new LineScanner(Projection.of(List.of(paths).stream()
                .map(path -> List.of(path.split("\\.", -1)))
                .toList()));
        byte[] bytes = ("  " + text).getBytes(UTF_8);
        assertThat(scanner.scan(bytes, 2, bytes.length)).isEqualTo(bytes.length);
        return scanner.view(bytes);
    }
}
