package io.falconer;

import io.falconer.ruleset.Emulation;
import io.falconer.ruleset.Falco;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** The folders of recorded answers next to the project, and the release of Falco that gave them. */
public final class Releases {
    private Releases() {}

    /** For each release the folder and what emulates it. */
    public static Stream<Arguments> all() {
        return Stream.of("0.45", "0.44", "0.43", "0.42")
                .map(release ->
                        Arguments.of(release.equals("0.45") ? "conformance" : "conformance-" + release, release));
    }

    /** For each release and each of its folders called {@code names} that folder and the release; where none is there, as if it were. */
    public static Stream<Arguments> with(String... names) {
        return all().flatMap(each -> Stream.of(names)
                .map(name -> each.get()[0] + "/" + name)
                .filter(folder -> each.get()[0].equals("conformance") ? !folder.contains("/probes/") : true)
                .filter(folder -> Files.exists(Shared.root().resolve(folder))
                        || !Files.exists(Shared.root().resolve((String) each.get()[0])))
                .map(folder -> Arguments.of(folder, each.get()[1])));
    }

    /** The release as it is emulated. */
    public static Emulation emulation(String release) {
        return Emulation.of(falco(release));
    }

    /** The release. */
    public static Falco falco(String release) {
        return Falco.of(release).orElseThrow();
    }

    /** All releases that are emulated. */
    public static List<Falco> emulated() {
        return Falco.ALL;
    }
}
