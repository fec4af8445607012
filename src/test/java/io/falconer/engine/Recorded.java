package io.falconer.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.falconer.Shared;
import io.falconer.event.Event;
import io.falconer.event.reader.EventReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Recorded answers of the real Falco, which do not come with the project. */
final class Recorded {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Recorded() {}

    /** A folder of recorded answers; the test is skipped where there is none. */
    static Path folder(String name) {
        return Shared.path("conformance/" + name);
    }

    static List<JsonNode> lines(Path file) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        try (Stream<String> texts = Files.lines(file)) {
            for (String text : texts.toList()) {
                lines.add(JSON.readTree(text));
            }
        }
        return lines;
    }

    static List<Event> events(Path file) throws IOException {
        List<Event> events = new ArrayList<>();
        new EventReader().read(file, events::add);
        return events;
    }
}
