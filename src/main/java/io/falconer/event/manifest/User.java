package io.falconer.event.manifest;

import java.util.List;

/** Who sends a request, as authentication and authorisation show it in the audit log. */
record User(String name, List<String> groups, String agent, String reason) {
    private static final String ACCOUNT = "system:serviceaccount:";
    private static final String VERSION = "v1.34.2 (linux/amd64) kubernetes/8cc511e";

    /** A person, or a service account's client, with the groups that follow from its name. */
    static User named(String name) {
        String[] account =
                name.startsWith(ACCOUNT) ? name.substring(ACCOUNT.length()).split(":", -1) : new String[0];
        if (account.length == 2) {
            return new User(name, accountGroups(account[0]), "kubectl/" + VERSION, "");
        }
        return name.equals(AuditOptions.ADMINISTRATOR)
                ? new User(
                        name,
                        List.of("kubeadm:cluster-admins", "system:authenticated"),
                        "kubectl/" + VERSION,
                        "RBAC: allowed by ClusterRoleBinding \"kubeadm:cluster-admins\" of ClusterRole \"cluster-admin\""
                                + " to Group \"kubeadm:cluster-admins\"")
                : new User(name, List.of("system:authenticated"), "kubectl/" + VERSION, "");
    }

    /** A controller of the controller manager, such as {@code replicaset-controller}. */
    static User controller(String controller) {
        String name = ACCOUNT + "kube-system:" + controller;
        String role = "system:controller:" + controller;
        return new User(
                name,
                accountGroups("kube-system"),
                "kube-controller-manager/" + VERSION + "/" + name,
                "RBAC: allowed by ClusterRoleBinding \"" + role + "\" of ClusterRole \"" + role
                        + "\" to ServiceAccount \"" + controller + "/kube-system\"");
    }

    /** What kubectl adds to the URI. Controllers add nothing. */
    String query(Verb verb, FieldValidation validation) {
        if (!agent.startsWith("kubectl/")) {
            return "";
        }
        return switch (verb) {
            case CREATE -> "?fieldManager=kubectl-create&fieldValidation=" + validation.word();
            case UPDATE -> "?fieldManager=kubectl-replace&fieldValidation=" + validation.word();
            case PATCH -> "?fieldManager=kubectl-patch&fieldValidation=" + validation.word();
            case DELETE -> "";
        };
    }

    private static List<String> accountGroups(String namespace) {
        return List.of("system:serviceaccounts", "system:serviceaccounts:" + namespace, "system:authenticated");
    }
}
