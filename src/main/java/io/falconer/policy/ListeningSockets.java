package io.falconer.policy;

import java.util.List;
import java.util.Optional;

/**
 * Which processes may listen on IP sockets.
 *
 * @param containersOnly whether processes of the host are left alone
 * @param allow the expected listeners; empty means that none is
 */
public record ListeningSockets(Scope scope, boolean containersOnly, List<Listener> allow) implements Control {
    /** As policies spell it. */
    public static final String KIND = "ListeningSockets";
    /** The highest number of a port. */
    public static final int HIGHEST_PORT = 65_535;

    public ListeningSockets {
        allow = List.copyOf(allow);
    }

    /** An expected listener; what is absent may be anything, at least one is there. */
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
