package io.falconer.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Lifecycle;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Sysctl;
import io.fabric8.kubernetes.api.model.Volume;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The model's texts of lists and objects include those with every field that the API has, as fabric8's classes know them. */
class PodTextsTest {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final AcceptedRequests REQUESTS = new AcceptedRequests();

    @ParameterizedTest
    @MethodSource("parts")
    void haveEveryField(String place, JsonNode part) {
        assertThat(REQUESTS.domain(new Leaf("/requestObject/" + place)).accepts(part.toString()))
                .as(part.toString())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '@', textBlock = """
            spec/volumes                              | [{"name":"a"}]                                 | true
            spec/volumes                              | []                                             | true
            spec/volumes                              | null                                           | true
            spec/volumes                              | [{"name":"a","comingSoon":{"a":["b",{"c":1}]}}] | true
            spec/volumes                              | [{"name":"a","csi":{"hostPath":{}}}]            | false
            spec/volumes                              | [{"emptyDir":{},"name":"a"}]                   | false
            spec/volumes                              | [{"name":"a","emptyDir":{},"nfs":{}}]           | false
            spec/containers/0/ports                   | [{}]                                           | true
            spec/containers/0/ports                   | [{"hostPort":-1}]                              | false
            spec/securityContext/sysctls              | [{"name":"a"}]                                 | true
            spec/securityContext/sysctls              | [{"value":"1"}]                                | false
            spec/containers/0/securityContext/capabilities/add | ["a,b","\\"",""]                      | true
            spec/containers/0/securityContext/capabilities/add | [1]                                   | false
            metadata/annotations                      | {"a.example.com/b_c":"\\"x\\n"}                | true
            metadata/annotations                      | {"a\\"":"x"}                                   | false
            spec/containers/0/livenessProbe           | {"httpGet":{"port":"http"}}                    | true
            """)
    void areThoseOfTheApi(String place, String text, boolean expected) {
        assertThat(REQUESTS.domain(new Leaf("/requestObject/" + place)).accepts(text))
                .isEqualTo(expected);
    }

    static Stream<Arguments> parts() {
        return Stream.concat(
                Stream.of(
                        part("spec/containers/0/ports", list(full(ContainerPort.class))),
                        part("spec/securityContext/sysctls", list(full(Sysctl.class))),
                        part("spec/initContainers/0/livenessProbe", full(Probe.class)),
                        part("spec/initContainers/0/readinessProbe", full(Probe.class)),
                        part("spec/initContainers/0/startupProbe", full(Probe.class)),
                        part("spec/containers/0/lifecycle", full(Lifecycle.class))),
                volumes());
    }

    /** One of each type; a volume has one source. */
    private static Stream<Arguments> volumes() {
        ObjectNode all = (ObjectNode) full(Volume.class);
        return all.properties().stream()
                .filter(source -> !source.getKey().equals("name"))
                .map(source -> {
                    ObjectNode volume = NODES.objectNode().put("name", "data");
                    volume.set(source.getKey(), source.getValue());
                    return part("spec/volumes", list(volume));
                });
    }

    private static Arguments part(String place, JsonNode part) {
        return Arguments.of(place, part);
    }

    private static ArrayNode list(JsonNode element) {
        return NODES.arrayNode().add(element).add(element);
    }

    private static JsonNode full(Class<?> type) {
        return full(MAPPER.constructType(type));
    }

    /** A value of a type of the API with all its fields. */
    private static JsonNode full(JavaType type) {
        if (type.isContainerType()) {
            JsonNode element = full(type.getContentType());
            return type.isMapLikeType() ? NODES.objectNode().set("example.com/key", element) : list(element);
        }
        Class<?> raw = type.getRawClass();
        if (raw == String.class || raw == Quantity.class) {
            return NODES.textNode("\"a\\b");
        }
        if (raw == Boolean.class) {
            return NODES.booleanNode(true);
        }
        if (raw == IntOrString.class || Number.class.isAssignableFrom(raw)) {
            return NODES.numberNode(8080);
        }
        if (raw == ObjectMeta.class) { // the API server accepts nothing else in a claim's template
            return NODES.objectNode()
                    .<ObjectNode>set("labels", NODES.objectNode().put("app", "a"))
                    .set("annotations", NODES.objectNode().put("note", "{\"hostPath\":{"));
        }
        ObjectNode object = NODES.objectNode();
        for (BeanPropertyDefinition property :
                MAPPER.getSerializationConfig().introspect(type).findProperties()) {
            if (!property.getName().equals("additionalProperties")) {
                object.set(property.getName(), full(property.getPrimaryType()));
            }
        }
        return object;
    }
}
