package io.falconer.event.reader;

import io.falconer.event.json.Json;
import io.falconer.event.json.Key;
import io.falconer.event.json.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Unpacks documents: arrays, EventLists, and the envelopes of managed clusters. An array with an element that is not recognized
 * is not recognized as a whole (section 6.1).
 */
public final class Unpacking {
    private static final Key KIND = Key.of("kind");
    private static final Key EVENT = Key.of("Event");
    private static final Key ITEMS = Key.of("items");
    private static final List<Key> ENVELOPES =
            Stream.of("logEvents", "events", "records").map(Key::of).toList();
    private static final List<Key> LISTS =
            Stream.concat(Stream.of(ITEMS), ENVELOPES.stream()).toList();

    private final List<Candidate> candidates = new ArrayList<>();

    private Unpacking() {}

    /** The content of {@code document}; empty if it is not recognized. */
    static Optional<List<Candidate>> of(Json document) {
        var unpacking = new Unpacking();
        return unpacking.take(document, true) ? Optional.of(unpacking.candidates) : Optional.empty();
    }

    /** Whether {@code document} is an audit event itself. This is the usual case, and the check is cheap. */
    public static boolean isEvent(Json document) {
        return document.isText(KIND, EVENT);
    }

    /** Whether {@code document} contains audit events as an API server writes them, and nothing else. */
    public static boolean isPlain(Json document) {
        return switch (document.kind()) {
            case ARRAY -> document.allItems(Unpacking::isPlain);
            case OBJECT -> {
                String kind = string(document, KIND).orElse("");
                yield kind.equals("Event")
                        || (kind.equals("EventList")
                                && document.get(ITEMS)
                                        .filter(items -> items.at(0).isPresent())
                                        .isPresent());
            }
            case STRING, NUMBER, TRUE, FALSE, NULL -> false;
        };
    }

    /** Whether the document is a single record. */
    static boolean isNoList(Json document) {
        for (Key key : LISTS) {
            if (document.has(key)) {
                return false;
            }
        }
        return document.kind() == Kind.OBJECT;
    }

    private boolean take(Json value, boolean envelopes) {
        return switch (value.kind()) {
            case ARRAY -> value.allItems(item -> take(item, envelopes));
            case OBJECT -> takeAudit(value) || takeSyscall(value) || (envelopes && takeEnvelope(value));
            case STRING, NUMBER, TRUE, FALSE, NULL -> false;
        };
    }

    private boolean takeAudit(Json object) {
        String kind = string(object, KIND).orElse("");
        if (kind.equals("Event")) {
            return candidates.add(new Candidate.Audit(object));
        }
        List<Json> items =
                kind.equals("EventList") ? object.get(ITEMS).map(Json::items).orElse(List.of()) : List.of();
        items.forEach(item -> candidates.add(new Candidate.Audit(item)));
        return !items.isEmpty();
    }

    private boolean takeSyscall(Json object) {
        Optional<Candidate> syscall = SyscallDocument.read(object);
        syscall.ifPresent(candidates::add);
        return syscall.isPresent();
    }

    private boolean takeEnvelope(Json object) {
        Optional<List<Json>> records = ENVELOPES.stream()
                .flatMap(key -> object.get(key).stream())
                .findFirst()
                .filter(list -> list.kind() == Kind.ARRAY)
                .map(Json::items);
        if (records.isEmpty()) {
            return takeRecord(object);
        }
        for (Json entry : records.get()) {
            if (!takeRecord(entry)) {
                candidates.add(new Candidate.Failed(SkipReason.NOT_AN_EVENT));
            }
        }
        return true;
    }

    /** One log entry of CloudWatch (EKS), of Azure Monitor (AKS) or of Cloud Logging (GKE). */
    private boolean takeRecord(Json entry) {
        if (entry.get("protoPayload").isPresent()) {
            return candidates.add(GkeLogEntry.convert(entry));
        }
        Optional<String> payload =
                string(entry, "message").or(() -> entry.get("properties").flatMap(p -> string(p, "log")));
        payload.ifPresent(this::takePayload);
        return payload.isPresent();
    }

    private void takePayload(String payload) {
        Optional<Json> document = Json.parse(payload);
        if (document.isEmpty()) {
            boolean meant = payload.startsWith("{") || payload.startsWith("[");
            candidates.add(new Candidate.Failed(meant ? SkipReason.INVALID_JSON : SkipReason.NOT_AN_EVENT));
        } else {
            int before = candidates.size();
            if (!take(document.get(), false)) {
                candidates.subList(before, candidates.size()).clear();
                candidates.add(new Candidate.Failed(SkipReason.NOT_AN_EVENT));
            }
        }
    }

    private static Optional<String> string(Json object, String key) {
        return string(object, Key.of(key));
    }

    private static Optional<String> string(Json object, Key key) {
        return object.get(key).filter(value -> value.kind() == Kind.STRING).map(Json::text);
    }
}
