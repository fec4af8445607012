package io.falconer.event;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The name of the machine as {@code evt.hostname} and the {@code hostname} of JSON alerts show it (section 5.4). */
public final class HostName {
    private HostName() {}

    /** FALCO_HOSTNAME if it is set, otherwise the machine's own name, otherwise localhost. It does not query a name server. */
    public static String local() {
        return variable("FALCO_HOSTNAME")
                .or(HostName::ofKernel)
                .or(() -> variable("HOSTNAME"))
                .or(() -> variable("COMPUTERNAME"))
                .orElse("localhost");
    }

    private static Optional<String> variable(String name) {
        return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isBlank());
    }

    private static Optional<String> ofKernel() {
        try {
            return Optional.of(Files.readString(Path.of("/proc/sys/kernel/hostname"))
                            .strip())
                    .filter(name -> !name.isEmpty());
        } catch (IOException notLinux) {
            return Optional.empty();
        }
    }
}
