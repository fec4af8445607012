package io.falconer.fuzz;

import io.falconer.event.DocumentPaths;
import io.falconer.event.pipeline.PipelineComparison;
import java.util.Arrays;
import java.util.List;

/**
 * The pipeline reads the events that the sequential reader reads, and skips what it skips. The first byte of an input decides on
 * the size of the chunks, whether the input is a live stream, and what is kept of documents.
 */
final class EventTarget implements FuzzTarget {
    private static final int STEP = 20;

    @Override
    public String name() {
        return "events";
    }

    @Override
    public List<byte[]> seeds() {
        return TestInputs.events().stream()
                .map(events -> {
                    byte[] input = new byte[events.length + 1];
                    input[0] = (byte) events.length;
                    System.arraycopy(events, 0, input, 1, events.length);
                    return input;
                })
                .toList();
    }

    @Override
    public void check(byte[] input) throws InterruptedException {
        if (input.length > 0) {
            int way = Byte.toUnsignedInt(input[0]);
            PipelineComparison.assertAlike(
                    Arrays.copyOfRange(input, 1, input.length),
                    1 + STEP * (way / 4),
                    (way & 1) == 0,
                    (way & 2) == 0 ? DocumentPaths.ALL : DocumentPaths.of("auditID"));
        }
    }
}
