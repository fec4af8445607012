package io.falconer.event.manifest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.BeanDeserializerBuilder;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.falconer.text.Diagnostic;
import io.falconer.yaml.Nearest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Collects the fields of an object that its kind does not have. kubectl asks for {@code fieldValidation=Strict}, so the API
 * server refuses them.
 */
final class UnknownFields extends DeserializationProblemHandler {
    /** An unknown field, and the fields that there are in its place. */
    private record Found(JsonPointer pointer, List<String> known) {}

    private final List<Found> all = new ArrayList<>();

    /** Makes the model report fields that it does not know. Without it, the model keeps them. */
    static SimpleModule module() {
        return new SimpleModule("UnknownFields").setDeserializerModifier(new Strict());
    }

    @Override
    public boolean handleUnknownProperty(
            DeserializationContext context,
            JsonParser parser,
            JsonDeserializer<?> deserializer,
            Object beanOrClass,
            String name)
            throws IOException {
        Collection<Object> known = deserializer.getKnownPropertyNames();
        all.add(new Found(
                parser.getParsingContext().pathAsPointer(),
                known == null ? List.of() : known.stream().map(String::valueOf).toList()));
        parser.skipChildren();
        return true;
    }

    /** The errors, each at its key. */
    List<Diagnostic> problems(ManifestSource written, Resource resource) {
        return all.stream()
                .map(found -> written.unknown(
                        found.pointer().toString(),
                        path(found.pointer()) + " is not a field of " + resource.kind(),
                        hint(resource, found)))
                .toList();
    }

    private static String hint(Resource resource, Found found) {
        String name = found.pointer().last().getMatchingProperty();
        String home = FieldHomes.of(resource, name).stream()
                .filter(place -> !place.equals(path(found.pointer().head())))
                .collect(Collectors.joining(" or "));
        return home.isEmpty()
                ? Nearest.to(name, found.known())
                        .map(near -> "did you mean \"" + near + "\"?")
                        .orElse("kubectl explain lists the fields of each kind")
                : "it belongs in " + home;
    }

    /** A pointer as messages write it, such as {@code spec.containers[0].image}. */
    private static String path(JsonPointer pointer) {
        StringBuilder path = new StringBuilder();
        for (JsonPointer step = pointer; !step.matches(); step = step.tail()) {
            if (step.getMatchingIndex() >= 0) {
                path.append('[').append(step.getMatchingIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getMatchingProperty());
            }
        }
        return path.toString();
    }

    /** Removes the setter for any other field from classes that have fields of their own. */
    private static final class Strict extends BeanDeserializerModifier {
        private static final long serialVersionUID = 1;

        @Override
        public BeanDeserializerBuilder updateBuilder(
                DeserializationConfig config, BeanDescription description, BeanDeserializerBuilder builder) {
            if (builder.getProperties().hasNext()) {
                builder.setAnySetter(null);
            }
            return builder;
        }
    }
}
