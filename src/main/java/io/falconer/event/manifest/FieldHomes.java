package io.falconer.event.manifest;

import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.SecurityContext;
import java.util.ArrayList;
import java.util.List;

/** Where fields belong that often stand at another place. */
final class FieldHomes {
    private FieldHomes() {}

    /** The places of a field of this name in pods and workloads, in words or as a path. */
    static List<String> of(Resource resource, String name) {
        boolean hasPods = Workload.isPod(resource) || Workload.isWorkload(resource);
        List<String> homes = new ArrayList<>();
        if (hasPods && has(PodSpec.class, name)) {
            homes.add((Workload.isPod(resource) ? "/spec" : Workload.templatePointer(resource) + "/spec")
                    .substring(1)
                    .replace('/', '.'));
        } else if (hasPods && has(Container.class, name)) {
            homes.add("a container");
        } else if (hasPods && has(SecurityContext.class, name)) {
            homes.add("securityContext of a container");
            if (has(PodSecurityContext.class, name)) {
                homes.add("of the pod");
            }
        } else if (hasPods && has(PodSecurityContext.class, name)) {
            homes.add("securityContext of the pod");
        } else if (has(ObjectMeta.class, name)) {
            homes.add("metadata");
        }
        return List.copyOf(homes);
    }

    private static boolean has(Class<?> model, String name) {
        return KnownKinds.fields(model).stream()
                .map(BeanPropertyDefinition::getName)
                .anyMatch(name::equals);
    }
}
