package io.falconer.event.reader;

import io.falconer.event.json.Json;
import io.falconer.event.json.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Takes documents apart: arrays, EventLists, and the envelopes of managed clusters. An array with an element that is not
 * recognized is not recognized as a whole (section 6.1).
 */
final class Unpacking {
    private final List<Candidate> candidates = new ArrayList<>();

    private Unpacking() {}

    /** What {@code document} holds; empty where it is not recognized. */
    static Optional<List<Candidate>> of(Json document) {
        var unpacking = new Unpacking();
        return unpacking.take(document, true) ? Optional.of(unpacking.candidates) : Optional.empty();
    }

    private boolean take(Json value, boolean envelopes) {
        return switch (value.kind()) {
            case ARRAY -> value.allItems(item -> take(item, envelopes));
            case OBJECT -> takeAudit(value) || takeSyscall(value) || (envelopes && takeEnvelope(value));
            case STRING, NUMBER, TRUE, FALSE, NULL -> false;
        };
    }

    private boolean takeAudit(Json object) {
        String kind = string(object, "kind").orElse("");
        if (kind.equals("Event")) {
            return candidates.add(new Candidate.Audit(object));
        }
        List<Json> items =
                kind.equals("EventList") ? object.get("items").map(Json::items).orElse(List.of()) : List.of();
        items.forEach(item -> candidates.add(new Candidate.Audit(item)));
        return !items.isEmpty();
    }

    private boolean takeSyscall(Json object) {
        Optional<Candidate.Syscall> syscall = SyscallDocument.read(object);
        syscall.ifPresent(candidates::add);
        return syscall.isPresent();
    }

    private boolean takeEnvelope(Json object) {
        Optional<List<Json>> records = Optional.<Json>empty()
                .or(() -> object.get("logEvents"))
                .or(() -> object.get("events"))
                .or(() -> object.get("records"))
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
        return object.get(key).filter(value -> value.kind() == Kind.STRING).map(Json::text);
    }
}
