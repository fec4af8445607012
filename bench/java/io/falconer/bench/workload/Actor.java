package io.falconer.bench.workload;

/** Who makes requests: the members of an audit event that say so, as texts of a {@link Template}. */
enum Actor {
    KUBELET(
            "{\"username\":\"system:node:$node\",\"groups\":[\"system:nodes\",\"system:authenticated\"]}",
            "kubelet/v1.31.4 (linux/amd64) kubernetes/a78aa47",
            ""),
    CONTROLLER(
            account("kube-system", "$controller"),
            "kube-controller-manager/v1.31.4 (linux/amd64) kubernetes/a78aa47/system:serviceaccount:kube-system:$controller",
            "RBAC: allowed by ClusterRoleBinding \\\"system:controller:$controller\\\" of ClusterRole"
                    + " \\\"system:controller:$controller\\\" to ServiceAccount \\\"$controller/kube-system\\\""),
    SCHEDULER(
            "{\"username\":\"system:kube-scheduler\",\"groups\":[\"system:authenticated\"]}",
            "kube-scheduler/v1.31.4 (linux/amd64) kubernetes/a78aa47/scheduler",
            "RBAC: allowed by ClusterRoleBinding \\\"system:kube-scheduler\\\" of ClusterRole"
                    + " \\\"system:kube-scheduler\\\" to User \\\"system:kube-scheduler\\\""),
    WORKLOAD(
            account("$namespace", "$app"),
            "Go-http-client/2.0",
            "RBAC: allowed by RoleBinding \\\"$app/$namespace\\\" of Role \\\"$app\\\" to ServiceAccount"
                    + " \\\"$app/$namespace\\\""),
    DEPLOYER(
            account("argocd", "argocd-application-controller"),
            "argocd-application-controller/v2.13.2 (linux/amd64) kubernetes/0d4be7f",
            "RBAC: allowed by ClusterRoleBinding \\\"argocd-application-controller\\\" of ClusterRole"
                    + " \\\"argocd-application-controller\\\" to ServiceAccount"
                    + " \\\"argocd-application-controller/argocd\\\""),
    PERSON(
            "{\"username\":\"$person\",\"groups\":[\"team-$team\",\"system:authenticated\"],"
                    + "\"extra\":{\"authentication.kubernetes.io/credential-id\":[\"JTI=$uid\"]}}",
            "kubectl/v1.31.2 (darwin/arm64) kubernetes/5864a46",
            "RBAC: allowed by RoleBinding \\\"team-$team/$namespace\\\" of ClusterRole \\\"admin\\\" to Group"
                    + " \\\"team-$team\\\""),
    SCRIPT(
            "{\"username\":\"$person\",\"groups\":[\"team-$team\",\"system:authenticated\"]}",
            "curl/8.9.1",
            "RBAC: allowed by RoleBinding \\\"team-$team/$namespace\\\" of ClusterRole \\\"admin\\\" to Group"
                    + " \\\"team-$team\\\""),
    ANONYMOUS(
            "{\"username\":\"system:anonymous\",\"groups\":[\"system:unauthenticated\"]}",
            "kube-probe/1.31",
            "RBAC: allowed by ClusterRoleBinding \\\"system:public-info-viewer\\\" of ClusterRole"
                    + " \\\"system:public-info-viewer\\\" to Group \\\"system:unauthenticated\\\"");

    private final String user;
    private final String agent;
    private final String reason;

    Actor(String user, String agent, String reason) {
        this.user = user;
        this.agent = agent;
        this.reason = reason;
    }

    /** The members {@code user} to {@code userAgent}. */
    String who() {
        return "\"user\":" + user + ",\"sourceIPs\":[\"$ip\"],\"userAgent\":\"" + agent + "\"";
    }

    /** Why it was allowed. */
    String reason() {
        return reason;
    }

    private static String account(String namespace, String name) {
        return "{\"username\":\"system:serviceaccount:" + namespace + ":" + name + "\",\"uid\":\"$uid\","
                + "\"groups\":[\"system:serviceaccounts\",\"system:serviceaccounts:" + namespace
                + "\",\"system:authenticated\"]}";
    }
}
