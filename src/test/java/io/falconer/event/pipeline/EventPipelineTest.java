package io.falconer.event.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.falconer.Shared;
import io.falconer.event.AuditEvent;
import io.falconer.event.DocumentPaths;
import io.falconer.event.Event;
import io.falconer.event.reader.EventReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pipeline gives what the {@link EventReader} gives, wherever its chunks end and whatever it keeps of documents. */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
class EventPipelineTest {
    private static final String TIME = "\"stageTimestamp\":\"2026-03-01T10:00:0%d.5Z\"";

    @Test
    void recordedEventsAreReadAlikeInChunksOfAnySize() throws Exception {
        List<Path> files;
        try (Stream<Path> all = Files.walk(Shared.path("conformance"))) {
            files = all.filter(file -> file.toString().contains("events"))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        }
        assertThat(files).hasSizeGreaterThan(40);
        for (Path file : files) {
            PipelineComparison.assertAlike(Files.readAllBytes(file), 1 << 18);
            if (Files.size(file) < 200_000) {
                PipelineComparison.assertAlike(Files.readAllBytes(file), 3000);
            }
        }
    }

    @Test
    void randomMixturesAreReadAlike() throws Exception {
        Random random = new Random(7);
        for (int i = 0; i < 500; i++) {
            byte[] input = mixture(random).getBytes(UTF_8);
            PipelineComparison.assertAlike(random.nextInt(4) == 0 ? gzip(input) : input, 1 + random.nextInt(600));
        }
    }

    @Test
    void oneLineThatIsCutOffDoesNotChangeHowTheRestIsRead() throws Exception {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 2000; i++) {
            lines.append(i % 500 == 7 ? "{\"kind\":\n" : "").append(event(i)).append('\n');
        }
        PipelineComparison.assertAlike(lines.toString().getBytes(UTF_8), 1000);
    }

    @Test
    void numbersAndSkipsGoOnFromInputToInput() throws Exception {
        try (EventPipeline pipeline = new EventPipeline(2, DocumentPaths.ALL)) {
            List<Event> events = new ArrayList<>();
            for (String path : List.of("a", "b")) {
                String text = event(1) + "\nx\n" + event(2);
                pipeline.read(path, in(text), true, Optional::of, judged -> events.addAll(judged.results()));
            }
            assertThat(events).extracting(Event::number).containsExactly(1L, 2L, 3L, 4L);
            assertThat(events).extracting(event -> event.origin().path()).containsExactly("a", "a", "b", "b");
            assertThat(pipeline.skips().total()).isEqualTo(2);
        }
    }

    @Test
    void whatALiveStreamHasGivenIsJudgedBeforeItGivesMore() throws Exception {
        PipedOutputStream live = new PipedOutputStream();
        PipedInputStream in = new PipedInputStream(live, 1 << 16);
        LinkedBlockingQueue<Long> judged = new LinkedBlockingQueue<>();
        Thread writer = new Thread(() -> {
            try (live) {
                for (long i = 1; i <= 5; i++) {
                    String event = i % 2 == 0 ? event(1).replace(",", ",\n") : event(1);
                    live.write((event + "\n").getBytes(UTF_8));
                    live.flush();
                    assertThat(judged.poll(60, TimeUnit.SECONDS)).isEqualTo(i);
                }
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        writer.start();
        List<Long> numbers = new ArrayList<>();
        try (EventPipeline pipeline = new EventPipeline(2, DocumentPaths.ALL)) {
            pipeline.read("-", in, true, event -> Optional.of(event.number()), each -> {
                numbers.addAll(each.results());
                judged.addAll(each.results());
            });
        }
        writer.join();
        assertThat(numbers).containsExactly(1L, 2L, 3L, 4L, 5L);
    }

    @Test
    void whatALiveStreamHasGivenIsJudgedThoughADocumentGoesOn() throws Exception {
        PipedOutputStream live = new PipedOutputStream();
        PipedInputStream in = new PipedInputStream(live, 1 << 16);
        String spread = event(1).replace(",", ",\n") + "\n";
        live.write((spread + spread + spread.substring(0, 20)).getBytes(UTF_8));
        live.flush();
        Thread reading = Thread.currentThread();
        List<Long> numbers = new ArrayList<>();
        try (EventPipeline pipeline = new EventPipeline(2, DocumentPaths.ALL)) {
            assertThatThrownBy(() -> pipeline.read("-", in, true, event -> Optional.of(event.number()), each -> {
                        numbers.addAll(each.results());
                        if (numbers.contains(2L)) {
                            reading.interrupt();
                        }
                    }))
                    .isInstanceOf(InterruptedException.class);
        }
        assertThat(numbers).containsExactly(1L, 2L);
        assertThat(Thread.interrupted()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatWasReadBeforeAFailureIsJudged(boolean live) throws Exception {
        Random random = new Random(3);
        for (int i = 0; i < 80; i++) {
            StringBuilder text = new StringBuilder();
            for (int line = random.nextInt(3000); line >= 0; line--) {
                text.append(event(random.nextInt(10)).replace(",", random.nextInt(2000) == 0 ? ",\n" : ","));
                text.append('\n');
            }
            byte[] packed = gzip(text.toString().getBytes(UTF_8));
            byte[] damaged = Arrays.copyOf(packed, packed.length - 1 - random.nextInt(packed.length - 2));
            List<Event> expected = new ArrayList<>();
            EventReader reader = new EventReader();
            assertThatThrownBy(() -> reader.read("f", new ByteArrayInputStream(damaged), expected::add))
                    .isInstanceOf(IOException.class);
            List<Event> events = new ArrayList<>();
            try (EventPipeline pipeline = new EventPipeline(2, DocumentPaths.ALL, 1 + random.nextInt(50_000))) {
                assertThatThrownBy(() -> pipeline.read(
                                "f",
                                new ByteArrayInputStream(damaged),
                                live,
                                Optional::of,
                                each -> events.addAll(each.results())))
                        .isInstanceOf(IOException.class);
                assertThat(pipeline.skips()).isEqualTo(reader.skips());
            }
            assertThat(events.stream().map(PipelineComparison::shown).toList())
                    .isEqualTo(expected.stream().map(PipelineComparison::shown).toList());
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whateverGoesWrongInAStreamNobodyWaitsForMore(boolean live) throws Exception {
        InputStream broken = new InputStream() {
            @Override
            public int read() {
                throw new IllegalStateException("broken");
            }
        };
        try (EventPipeline pipeline = new EventPipeline(2, DocumentPaths.ALL)) {
            assertThatThrownBy(() -> pipeline.read("f", broken, live, Optional::of, judged -> {}))
                    .hasMessage("broken");
        }
    }

    @Test
    void onlyWhatIsWantedIsKept() throws Exception {
        List<Boolean> kept = new ArrayList<>();
        try (EventPipeline pipeline = new EventPipeline(2, DocumentPaths.of("auditID"))) {
            String list = "{\"kind\":\"EventList\",\"items\":[" + event(1) + "]}";
            pipeline.read(
                    "f",
                    in(event(1) + "\n" + list + "\n"),
                    false,
                    event -> Optional.of(((AuditEvent) event).document()),
                    judged -> judged.results().forEach(document -> {
                        kept.add(document.get("auditID").isPresent());
                        kept.add(document.get("extra").isPresent());
                    }));
        }
        assertThat(kept).containsExactly(true, false, true, false);
    }

    @Test
    void aFailureOfTheJudgeOrOfTheResultsReachesTheCaller() throws Exception {
        try (EventPipeline pipeline = new EventPipeline(2, DocumentPaths.ALL)) {
            assertThatThrownBy(() -> pipeline.read(
                            "f",
                            in(event(1) + "\n"),
                            false,
                            event -> {
                                throw new IllegalStateException("judge");
                            },
                            judged -> {}))
                    .hasMessage("judge");
            assertThatThrownBy(() -> pipeline.read("f", in(event(1) + "\n"), false, Optional::of, judged -> {
                        throw new IllegalStateException("results");
                    }))
                    .hasMessage("results");
        }
    }

    @Test
    void anInterruptEndsItEvenWhileAStreamHasNothingToGive() throws Exception {
        PipedOutputStream live = new PipedOutputStream();
        PipedInputStream in = new PipedInputStream(live);
        live.write((event(1) + "\n").getBytes(UTF_8));
        live.flush();
        Thread reading = Thread.currentThread();
        try (EventPipeline pipeline = new EventPipeline(2, DocumentPaths.ALL)) {
            assertThatThrownBy(() -> pipeline.read("-", in, true, Optional::of, judged -> reading.interrupt()))
                    .isInstanceOf(InterruptedException.class);
        }
    }

    @Test
    void anInterruptEndsTheReadingOfAFile(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("audit.jsonl");
        Files.writeString(file, (event(1) + "\n").repeat(20_000));
        long[] events = {0};
        try (EventPipeline pipeline = new EventPipeline(2, DocumentPaths.ALL, 10_000)) {
            for (int before = 0; before < 2; before++) { // between two reads, and in one
                try (InputStream in = Files.newInputStream(file)) {
                    if (before > 0) {
                        Thread.currentThread().interrupt();
                    }
                    assertThatThrownBy(() -> pipeline.read("f", in, false, event -> Optional.empty(), each -> {
                                events[0] += each.events();
                                Thread.currentThread().interrupt();
                            }))
                            .isInstanceOf(InterruptedException.class);
                }
            }
        }
        assertThat(events[0]).isBetween(1L, 10_000L);
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void documentsLargerThanAChunkAreRead() throws Exception {
        String large = event(1).replace("}", ",\"x\":\"" + "y".repeat(200_000) + "\"}");
        PipelineComparison.assertAlike(
                (event(1) + "\n" + large + "\n" + event(2) + "\n" + large).getBytes(UTF_8), 1000);
    }

    @Test
    void theLastLineBeforeGarbageBehindGzipIsJudged() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(gzip((event(1) + "\n" + event(2)).getBytes(UTF_8)));
        bytes.write("garbage".getBytes(UTF_8));
        List<Long> numbers = new ArrayList<>();
        try (EventPipeline pipeline = new EventPipeline(2, DocumentPaths.ALL)) {
            assertThatThrownBy(() -> pipeline.read(
                            "f",
                            new ByteArrayInputStream(bytes.toByteArray()),
                            false,
                            event -> Optional.of(event.number()),
                            each -> numbers.addAll(each.results())))
                    .isInstanceOf(IOException.class);
        }
        assertThat(numbers).containsExactly(1L, 2L);
    }

    @Test
    void anInterruptEndsTheReadingOfALineWithoutEnd() throws Exception {
        Thread reading = Thread.currentThread();
        InputStream endless = new InputStream() {
            private long given;

            @Override
            public int read() {
                return '[';
            }

            @Override
            public int read(byte[] into, int offset, int length) {
                Arrays.fill(into, offset, offset + length, (byte) '[');
                given += length;
                if (given > 100_000_000) {
                    reading.interrupt();
                }
                return length;
            }
        };
        try (EventPipeline pipeline = new EventPipeline(2, DocumentPaths.ALL)) {
            assertThatThrownBy(() -> pipeline.read("f", endless, false, Optional::of, judged -> {}))
                    .isInstanceOf(InterruptedException.class);
        }
    }

    @Test
    void longListsAreJudgedInParts() throws Exception {
        String list = "[" + (event(1) + "," + "{\"kind\":\"Event\"},").repeat(3500) + event(2) + "]";
        PipelineComparison.assertAlike((event(1) + "\n" + list + "\n" + event(2) + "\n" + list).getBytes(UTF_8), 1000);
        List<Integer> sizes = new ArrayList<>();
        try (EventPipeline pipeline = new EventPipeline(2, DocumentPaths.ALL, 1000)) {
            pipeline.read(
                    "f",
                    in(list),
                    false,
                    Optional::of,
                    each -> sizes.add(each.results().size()));
        }
        assertThat(sizes).contains(1000).allMatch(size -> size <= 1000);
    }

    private static String mixture(Random random) {
        StringBuilder text = new StringBuilder(random.nextInt(5) == 0 ? "\uFEFF" : "");
        int count = random.nextInt(30);
        boolean calm = random.nextBoolean();
        for (int i = 0; i < count; i++) {
            text.append(piece(random, calm ? random.nextInt(4) : random.nextInt(16)))
                    .append(random.nextInt(12) == 0 ? "" : random.nextInt(5) == 0 ? "\r\n" : "\n");
        }
        return text.toString();
    }

    private static String piece(Random random, int kind) {
        String event = event(random.nextInt(10));
        return switch (kind) {
            case 4 -> event.replace("{", "{\n  ").replace(",", ",\n  ").replace("}", "\n}");
            case 5 -> "[" + event + "," + event(3) + "]";
            case 6 -> "[\n" + event + ",\n" + event(3) + "\n]";
            case 7 -> "{\"kind\":\"EventList\",\"items\":[" + event + ",{\"kind\":\"Event\"}," + event + "]}";
            case 8 -> "{\"source\":\"syscall\",\"fields\":{\"evt.type\":\"open\"}}";
            case 9 -> "{\"logEvents\":[{\"message\":\"" + event.replace("\"", "\\\"") + "\"},{\"message\":\"x\"}]}";
            case 10 -> event.substring(0, random.nextInt(event.length()));
            case 11 -> event + event;
            case 12 -> "  ";
            case 13 -> "{\"kind\":\"Pod\"}";
            case 14 -> event.replace("kind", "k\\u0069nd");
            case 15 -> event.replace("2026", "then");
            default -> event;
        };
    }

    private static String event(int number) {
        return "{\"kind\":\"Event\"," + TIME.formatted(number % 10) + ",\"auditID\":\"" + number
                + "\",\"extra\":{\"a\":[1,{\"b\":\"\\\"}\"}],\"c\":null}}";
    }

    private static InputStream in(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }
}
