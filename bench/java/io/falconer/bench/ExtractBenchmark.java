package io.falconer.bench;

import io.falconer.event.Event;
import io.falconer.event.Extractor;
import io.falconer.event.Extractors;
import io.falconer.event.Value;
import io.falconer.field.EventSource;
import io.falconer.field.FieldCatalogue;
import io.falconer.field.Resolution;
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

/** One field of one event: the creation of a pod of five containers. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ExtractBenchmark {
    @Param({
        "ka.verb",
        "ka.user.name",
        "ka.target.namespace",
        "ka.uri",
        "ka.uri.param[limit]",
        "ka.response.code",
        "ka.user.groups",
        "ka.req.pod.containers.image",
        "ka.req.pod.containers.image.repository",
        "ka.req.pod.containers.privileged",
        "ka.req.pod.volumes.hostpath",
        "ka.auth.reason",
        "jevt.value[/stage]",
        "jevt.value[/requestObject/spec/containers/0/image]",
        "evt.time"
    })
    public String field = "ka.verb";

    private Extractor extractor = event -> Value.None.NONE;
    private Event event = SampleEvents.connection();

    @Setup
    public void find() {
        event = SampleEvents.pod();
        int bracket = field.indexOf('[');
        String name = bracket < 0 ? field : field.substring(0, bracket);
        Optional<String> argument =
                bracket < 0 ? Optional.empty() : Optional.of(field.substring(bracket + 1, field.length() - 1));
        EventSource source = EventSource.K8S_AUDIT;
        if (FieldCatalogue.of(source).resolve(name, argument) instanceof Resolution.Found found) {
            extractor = Extractors.of(source, found.field(), found.argument());
        } else {
            throw new IllegalArgumentException("unknown field " + field);
        }
    }

    @Benchmark
    public Value value() {
        return extractor.extract(event);
    }
}
