package io.falconer.policy;

import io.falconer.policy.ListeningSockets.Listener;
import io.falconer.yaml.Located;
import io.falconer.yaml.MappingReader;
import io.falconer.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a ListeningSockets control. */
final class ListeningSocketsReader {
    private final MappingReader control;

    ListeningSocketsReader(MappingReader control) {
        this.control = control;
    }

    ListeningSockets read(Scope scope) {
        boolean containersOnly =
                control.bool("containersOnly").map(Located::value).orElse(true);
        new PolicyValueReader(control).notEmpty("allow");
        List<Listener> allow = new ArrayList<>();
        for (MappingReader entry : control.mappings("allow")) {
            allow.add(listener(entry));
            entry.finish();
        }
        return new ListeningSockets(scope, containersOnly, allow);
    }

    private static Listener listener(MappingReader entry) {
        PolicyValueReader values = new PolicyValueReader(entry);
        values.notEmpty("ports");
        Listener listener = new Listener(
                values.glob("namespace"), values.repository("image"), values.text("process"), ports(entry));
        if (entry.isEmpty()) {
            entry.error(
                    entry.span(),
                    "nothing-to-check",
                    "an empty listener would allow everything",
                    "give at least one of namespace, image, process, ports");
        }
        return listener;
    }

    private static List<Integer> ports(MappingReader entry) {
        List<Integer> ports = new ArrayList<>();
        for (YamlNode item : entry.items("ports")) {
            Optional<Integer> port = port(item);
            port.ifPresent(ports::add);
            if (port.isEmpty()) {
                String is = item instanceof YamlNode.Scalar scalar ? "\"" + scalar.text() + "\"" : item.kind();
                entry.error(
                        item.span(),
                        "bad-port",
                        is + " is not a port",
                        "a port is a whole number from 1 to " + ListeningSockets.HIGHEST_PORT);
            }
        }
        return ports.stream().distinct().toList();
    }

    private static Optional<Integer> port(YamlNode node) {
        return node instanceof YamlNode.Scalar scalar && scalar.text().matches("[0-9]{1,5}")
                ? Optional.of(Integer.parseInt(scalar.text()))
                        .filter(port -> port >= 1 && port <= ListeningSockets.HIGHEST_PORT)
                : Optional.empty();
    }
}
