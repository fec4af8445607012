package io.falconer.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconer.event.manifest.AuditEvents;
import io.falconer.event.manifest.AuditOptions;
import io.falconer.event.manifest.AuditView;
import io.falconer.event.manifest.ManifestObject;
import io.falconer.event.manifest.Manifests;
import io.falconer.event.manifest.Verb;
import io.falconer.event.reader.EventReader;
import io.falconer.text.Outcome;
import io.falconer.text.SourceFile;
import io.falconer.text.TextFile;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.List;

/** A manifest is refused with places in it, or each request with its objects gives one audit event. */
final class ManifestTarget implements FuzzTarget {
    @Override
    public String name() {
        return "manifests";
    }

    @Override
    public List<byte[]> seeds() {
        return TestInputs.manifests();
    }

    @Override
    public void check(byte[] input) {
        Outcome<SourceFile> source = TextFile.read("manifest.yaml", () -> new ByteArrayInputStream(input));
        ShownProblems.check(source.diagnostics());
        source.value().ifPresent(ManifestTarget::check);
    }

    private static void check(SourceFile source) {
        Outcome<List<ManifestObject>> objects = Manifests.read(source);
        ShownProblems.check(objects.diagnostics());
        objects.value().ifPresent(ManifestTarget::submit);
    }

    private static void submit(List<ManifestObject> objects) {
        objects.forEach(object -> ShownProblems.check(object.location()));
        for (Verb verb : Verb.values()) {
            for (AuditView view : AuditView.values()) {
                AuditOptions options =
                        AuditOptions.at(Instant.EPOCH).withVerb(verb).withView(view);
                for (String line : AuditEvents.of(objects, options)) {
                    EventReader reader = new EventReader();
                    assertThat(reader.read("events", line)).as(line).hasSize(1);
                    assertThat(reader.skips().counts()).isEmpty();
                }
            }
        }
    }
}
