package io.falconer.bench.workload;

/** Small objects of administrators, as texts of a {@link Template}. */
final class Rbac {
    static final String ROLE = role("\"get\",\"list\",\"watch\"", "\"pods\",\"services\"");
    static final String WILDCARD_ROLE = role("\"*\"", "\"*\"");
    static final String WRITING_ROLE = role("\"create\",\"update\",\"patch\",\"delete\"", "\"deployments\"");
    static final String BINDING = binding("view");
    static final String ADMIN_BINDING = binding("cluster-admin");

    static final String SERVICE = service("ClusterIP");
    static final String NODE_PORT = service("NodePort");

    static final String ACCOUNT = """
            {"kind":"ServiceAccount","apiVersion":"v1","metadata":{"name":"$app","namespace":"$namespace"}}""";

    private Rbac() {}

    private static String role(String verbs, String resources) {
        return """
                {"kind":"ClusterRole","apiVersion":"rbac.authorization.k8s.io/v1","metadata":{"name":"$app"},
                "rules":[{"apiGroups":[""],"resources":["configmaps"],"verbs":["get"]},
                {"apiGroups":["","apps"],"resources":[%s],"verbs":[%s]}]}""".formatted(resources, verbs);
    }

    private static String binding(String role) {
        return """
                {"kind":"ClusterRoleBinding","apiVersion":"rbac.authorization.k8s.io/v1","metadata":{"name":"$app"},
                "roleRef":{"apiGroup":"rbac.authorization.k8s.io","kind":"ClusterRole","name":"%s"},
                "subjects":[{"kind":"User","apiGroup":"rbac.authorization.k8s.io","name":"$person"},
                {"kind":"ServiceAccount","namespace":"$namespace","name":"$app"}]}""".formatted(role);
    }

    private static String service(String type) {
        return """
                {"kind":"Service","apiVersion":"v1","metadata":{"name":"$app","namespace":"$namespace"},
                "spec":{"type":"%s","selector":{"app.kubernetes.io/name":"$app"},
                "ports":[{"name":"http","port":80,"targetPort":"http","protocol":"TCP"}]}}""".formatted(type);
    }
}
