package io.falconer.event.manifest;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.LimitRange;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodTemplate;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ReplicationController;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.node.v1.RuntimeClass;
import io.fabric8.kubernetes.api.model.rbac.ClusterRole;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBinding;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import io.falconer.text.ImageBuild;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** The kinds with a known structure. fabric8's model decodes them as strictly as the API server does. */
final class KnownKinds {
    private static final Map<String, Class<? extends HasMetadata>> KNOWN = Map.ofEntries(
            Map.entry("v1/ConfigMap", ConfigMap.class),
            Map.entry("v1/LimitRange", LimitRange.class),
            Map.entry("v1/Namespace", Namespace.class),
            Map.entry("v1/PersistentVolume", PersistentVolume.class),
            Map.entry("v1/PersistentVolumeClaim", PersistentVolumeClaim.class),
            Map.entry("v1/Pod", Pod.class),
            Map.entry("v1/PodTemplate", PodTemplate.class),
            Map.entry("v1/ReplicationController", ReplicationController.class),
            Map.entry("v1/ResourceQuota", ResourceQuota.class),
            Map.entry("v1/Secret", Secret.class),
            Map.entry("v1/Service", Service.class),
            Map.entry("v1/ServiceAccount", ServiceAccount.class),
            Map.entry("apps/v1/DaemonSet", DaemonSet.class),
            Map.entry("apps/v1/Deployment", Deployment.class),
            Map.entry("apps/v1/ReplicaSet", ReplicaSet.class),
            Map.entry("apps/v1/StatefulSet", StatefulSet.class),
            Map.entry("batch/v1/CronJob", CronJob.class),
            Map.entry("batch/v1/Job", Job.class),
            Map.entry("node.k8s.io/v1/RuntimeClass", RuntimeClass.class),
            Map.entry("rbac.authorization.k8s.io/v1/ClusterRole", ClusterRole.class),
            Map.entry("rbac.authorization.k8s.io/v1/ClusterRoleBinding", ClusterRoleBinding.class),
            Map.entry("rbac.authorization.k8s.io/v1/Role", Role.class),
            Map.entry("rbac.authorization.k8s.io/v1/RoleBinding", RoleBinding.class));

    /** Shared, because it remembers the structure of every class that it has seen. */
    private static final JsonMapper MAPPER = strict();

    static {
        if (ImageBuild.isRunning()) {
            KNOWN.values().forEach(KnownKinds::study);
        }
    }

    private KnownKinds() {}

    /**
     * Lets the mapper find out how the kind is read and written, so that an executable does not need to repeat at run time what
     * its build did.
     */
    private static void study(Class<?> model) {
        MAPPER.readerFor(model);
        MAPPER.writerFor(model);
    }

    static boolean knows(Resource resource) {
        return KNOWN.containsKey(key(resource));
    }

    /**
     * The object as its kind's model writes it. An object of another kind stays as it is.
     *
     * @param unknown collects the fields that the kind does not have; they are left out
     * @throws JsonMappingException if a value has a type that its key does not accept
     */
    static ObjectNode decode(Resource resource, ObjectNode object, UnknownFields unknown) throws JsonMappingException {
        Class<? extends HasMetadata> model = KNOWN.get(key(resource));
        if (model == null) {
            return object;
        }
        try {
            return MAPPER.valueToTree(
                    MAPPER.readerFor(model).withHandler(unknown).readValue(object));
        } catch (JsonMappingException e) {
            throw e;
        } catch (IOException e) {
            throw new IllegalStateException("a tree is always well-formed JSON", e);
        }
    }

    private static String key(Resource resource) {
        return resource.current();
    }

    /** The fields of a class of the model. */
    static List<BeanPropertyDefinition> fields(Class<?> model) {
        return MAPPER.getDeserializationConfig()
                .introspect(MAPPER.constructType(model))
                .findProperties();
    }

    /**
     * Jackson would accept {@code "8080"} for 8080 and vice versa, and {@code a} for {@code {name: a}} if there is no other
     * key. The API server refuses all of them.
     */
    private static JsonMapper strict() {
        JsonMapper mapper = JsonMapper.builder()
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.AUTO_DETECT_CREATORS)
                .addMixIn(Quantity.class, QuantityReader.Instead.class)
                .build();
        for (CoercionInputShape shape : new CoercionInputShape[] {
            CoercionInputShape.Boolean, CoercionInputShape.Integer, CoercionInputShape.Float
        }) {
            mapper.coercionConfigFor(LogicalType.Textual).setCoercion(shape, CoercionAction.Fail);
        }
        mapper.registerModule(UnknownFields.module());
        return ImageBuild.isRunning() ? mapper : (JsonMapper) mapper.registerModule(LazyShapes.module());
    }
}
