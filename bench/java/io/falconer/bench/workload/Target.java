package io.falconer.bench.workload;

import java.util.Set;

/**
 * What requests are made of.
 *
 * @param group group and version, {@code v1} or {@code apps/v1}
 * @param namespace empty for what lies in no namespace, and for requests to all namespaces
 * @param name empty for requests to no single object
 */
record Target(String group, String resource, String subresource, String namespace, String name) {
    private static final Set<String> OF_COLLECTIONS = Set.of("create", "list", "watch", "deletecollection");

    /** Objects of the app's own namespace. */
    static Target of(String group, String resource, String name) {
        return new Target(group, resource, "", "$namespace", name);
    }

    Target sub(String other) {
        return new Target(group, resource, other, namespace, name);
    }

    Target in(String other) {
        return new Target(group, resource, subresource, other, name);
    }

    /** The path that a request with this verb goes to; empty if this is not a resource. */
    String path(String verb) {
        return resource.isEmpty()
                ? ""
                : (group.contains("/") ? "/apis/" : "/api/")
                        + group
                        + (namespace.isEmpty() ? "" : "/namespaces/" + namespace)
                        + "/" + resource
                        + (isNamed(verb) ? "/" + name : "")
                        + (subresource.isEmpty() ? "" : "/" + subresource);
    }

    /** The members of {@code objectRef}. */
    String reference(String verb) {
        int slash = group.indexOf('/');
        return "\"resource\":\"" + resource + "\""
                + member("namespace", namespace)
                + member("name", isNamed(verb) || verb.equals("create") ? name : "")
                + member("apiGroup", slash < 0 ? "" : group.substring(0, slash))
                + member("apiVersion", group.substring(slash + 1))
                + member("subresource", subresource);
    }

    private boolean isNamed(String verb) {
        return !name.isEmpty() && (!OF_COLLECTIONS.contains(verb) || !subresource.isEmpty());
    }

    private static String member(String key, String value) {
        return value.isEmpty() ? "" : ",\"" + key + "\":\"" + value + "\"";
    }
}
