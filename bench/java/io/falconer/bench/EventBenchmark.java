package io.falconer.bench;

import io.falconer.event.Event;
import io.falconer.event.json.Json;
import io.falconer.event.reader.EventReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** One event's text becomes JSON, and an event: of a get, and of the creation of a pod of several containers. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class EventBenchmark {
    @Param({"get", "pod"})
    public String what = "get";

    private byte[] text = {};

    @Setup
    public void choose() {
        Event event = what.equals("get") ? SampleEvents.get() : SampleEvents.pod();
        text = SampleEvents.text(event).getBytes(StandardCharsets.UTF_8);
    }

    @Benchmark
    public Optional<Json> json() {
        return Json.parse(text);
    }

    @Benchmark
    public void event(Blackhole events) throws IOException {
        new EventReader().read("event.json", new ByteArrayInputStream(text), events::consume);
    }
}
