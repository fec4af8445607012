package io.falconer.explain;

import io.falconer.condition.Operand;
import io.falconer.event.AuditEvent;
import io.falconer.event.DocumentPaths;
import io.falconer.event.Event;
import io.falconer.event.Extractors;
import io.falconer.event.JsonPointer;
import io.falconer.event.SyscallEvent;
import io.falconer.event.json.Json;
import io.falconer.event.json.Kind;
import io.falconer.field.Field;
import io.falconer.field.FieldCatalogue;
import io.falconer.lint.EmptyFields;
import io.falconer.ruleset.FieldName;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Why a field has no value in an event. */
final class Absence {
    private static final String ID = "auditID";

    /** The levels of audit policies at which the API server does not log an object. */
    private static final Map<String, List<String>> LEVELS_WITHOUT = Map.of(
            "requestObject", List.of("Metadata"),
            "responseObject", List.of("Metadata", "Request"));

    private final Event event;

    Absence(Event event) {
        this.event = event;
    }

    /** The reason, in a few words. */
    String of(Operand.FieldRef field) {
        String name = FieldName.of(field).toString();
        if (EmptyFields.isNeverSet(field.name())) {
            return "Falco never gives " + name + " a value";
        }
        return switch (event) {
            case SyscallEvent syscall when syscall.recorded() -> "the alert did not record " + name;
            case SyscallEvent syscall -> "the event has no " + name;
            case AuditEvent audit -> missing(audit.document(), field).orElse("the event has no " + name);
        };
    }

    private Optional<String> missing(Json document, Operand.FieldRef field) {
        if (field.name().startsWith("ka.") && document.get(ID).isEmpty()) {
            return Optional.of("without an auditID, the event has no ka fields");
        }
        if (field.name().equals("jevt.value")) {
            return JsonPointer.of(field.argument().orElse("")).missing(document).map(step -> missing(document, step));
        }
        return FieldCatalogue.of(event.source())
                .find(field.name())
                .flatMap(known -> path(known, field.argument()))
                .map(path -> missing(document, path));
    }

    /** The longest path that the field reads; it ends where the field's own value is. */
    private Optional<List<String>> path(Field known, Optional<String> argument) {
        DocumentPaths paths = Extractors.reads(event.source(), known, argument);
        return paths.paths().stream()
                .filter(path -> !path.isEmpty() && !path.equals(List.of(ID)))
                .max(Comparator.<List<String>>comparingInt(List::size).thenComparing(path -> String.join(".", path)));
    }

    private static String missing(Json document, JsonPointer.Missing missing) {
        return missing.parent().isEmpty()
                ? "the event has no " + missing.step() + unrecorded(document, missing.step())
                : fromElement(missing.parent()) + " has no " + (missing.isElement() ? "element " : "") + missing.step();
    }

    /** A path from its last array on, because the check contains all of it. */
    private static String fromElement(String path) {
        int element = path.lastIndexOf('[');
        return element < 0 ? path : path.substring(path.lastIndexOf('.', element) + 1);
    }

    private static String missing(Json document, List<String> path) {
        Json at = document;
        for (int i = 0; i < path.size(); i++) {
            if (at.kind() == Kind.ARRAY) {
                return "no element of " + path.get(i - 1) + " has " + String.join(".", path.subList(i, path.size()));
            }
            Optional<Json> next = at.get(path.get(i));
            if (next.isEmpty()) {
                return i == 0
                        ? "the event has no " + path.getFirst() + unrecorded(document, path.getFirst())
                        : String.join(".", path.subList(0, i)) + " has no " + path.get(i);
            }
            at = next.get();
        }
        return String.join(".", path) + " has no such value";
    }

    /** Why an audit event lacks the objects that were sent and answered. */
    private static String unrecorded(Json document, String key) {
        List<String> without = LEVELS_WITHOUT.getOrDefault(key, List.of());
        if (without.isEmpty()) {
            return "";
        }
        boolean truncated = document.get("annotations")
                .flatMap(annotations -> annotations.get("audit.k8s.io/truncated"))
                .filter(value -> value.text().equals("true"))
                .isPresent();
        if (truncated) {
            return ": it is truncated";
        }
        return document.get("level")
                .map(Json::text)
                .filter(without::contains)
                .map(level -> ": its level is " + level)
                .orElse("");
    }
}
