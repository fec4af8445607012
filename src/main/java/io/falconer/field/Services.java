package io.falconer.field;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Ports by number or by the name of the service, as they usually are in /etc/services. */
final class Services {
    private Services() {}

    /** The port; empty for an unknown service. The empty text is port 0, and numbers keep their low 16 bits. */
    static Optional<Long> port(String text) {
        if (text.isEmpty()) {
            return Optional.of(0L);
        }
        if (text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return IntegerReader.unsigned(text).map(bits -> bits & 0xFFFF);
        }
        return Optional.ofNullable(Table.PORTS.get(text)).map(Integer::longValue);
    }

    private static final class Table {
        static final Map<String, Integer> PORTS;

        static {
            Map<String, Integer> ports = new HashMap<>();
            CatalogueReader.read("services.json")
                    .properties()
                    .forEach(entry -> ports.put(entry.getKey(), entry.getValue().intValue()));
            PORTS = Map.copyOf(ports);
        }
    }
}
