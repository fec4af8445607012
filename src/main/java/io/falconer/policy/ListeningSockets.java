package io.falconer.policy;

import java.util.List;
import java.util.Optional;

/**
 * The processes that may listen on IP sockets.
 *
 * @param containersOnly whether rules ignore processes of the host
 * @param allow the expected listeners; empty means that none is expected
 */
public record ListeningSockets(Scope scope, boolean containersOnly, List<Listener> allow) implements Control {
    /** The name in policies. */
    public static final String KIND = "ListeningSockets";
    /** The highest number of a port. */
    public static final int HIGHEST_PORT = 65_535;

    public ListeningSockets {
        allow = List.copyOf(allow);
    }

    /** An expected listener. An absent key matches anything; at least one key is given. */
    public record Listener(
            Optional<String> namespace, Optional<ImagePattern> image, Optional<String> process, List<Integer> ports) {
        public Listener {
            ports = List.copyOf(ports);
        }
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<String> checks() {
        return List.of("listeningSockets");
    }

    @Override
    public List<ExceptionKey> exceptionKeys(String check) {
        return ExceptionKey.OF_PROCESSES;
    }
}
