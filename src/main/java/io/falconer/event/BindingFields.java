package io.falconer.event;

import static io.falconer.event.DocumentField.at;
import static io.falconer.event.DocumentField.listAt;
import static io.falconer.event.DocumentField.reading;

import io.falconer.event.json.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The fields of role bindings (section 6.3). */
final class BindingFields {
    private BindingFields() {}

    static Map<String, AuditFields.Binding> table() {
        DocumentField subjects = listAt("requestObject", "subjects");
        DocumentField role = at("requestObject", "roleRef", "name");
        return Map.of(
                "ka.req.binding.subjects", argument -> subjects,
                "ka.req.binding.role", argument -> role,
                // Documented as N/A, but the plugin returns true whatever the subjects are.
                "ka.req.binding.subject.has_name", argument -> reading(List.of(), document -> Value.text("true")),
                "ka.req.binding.subjects.user_names", argument -> names("User", BindingFields::name),
                "ka.req.binding.subjects.group_names", argument -> names("Group", BindingFields::name),
                "ka.req.binding.subjects.serviceaccount_names",
                        argument -> names("ServiceAccount", BindingFields::name),
                "ka.req.binding.subjects.serviceaccount_ns_names",
                        argument -> names("ServiceAccount", BindingFields::qualifiedName));
    }

    private static DocumentField names(String kind, Function<Json, Optional<String>> name) {
        KeyPath subjects = KeyPath.of("requestObject", "subjects");
        return reading(
                subjects,
                document -> Value.many(subjects.in(document).map(Json::items).stream()
                        .flatMap(items -> items.stream())
                        .filter(subject -> subject.get("kind")
                                .map(Json::text)
                                .filter(kind::equals)
                                .isPresent())
                        .flatMap(subject -> name.apply(subject).stream())
                        .map(Value::text)
                        .toList()));
    }

    private static Optional<String> name(Json subject) {
        return subject.get("name").map(Json::text);
    }

    private static Optional<String> qualifiedName(Json subject) {
        return subject.get("namespace").map(Json::text).flatMap(namespace -> name(subject)
                .map(n -> namespace + ":" + n));
    }
}
