package io.falconer.bench.workload;

import static io.falconer.bench.workload.Activity.Stage.RequestReceived;
import static io.falconer.bench.workload.Activity.Stage.ResponseStarted;

import java.util.List;
import java.util.stream.Stream;

/** What happens in a cluster. Weights are relative; they add up to some 2,000. */
final class Activities {
    private static final Target PODS = Target.of("v1", "pods", "$pod");
    private static final Target NODES = Target.of("v1", "nodes", "$node").in("");
    private static final Target SECRETS = Target.of("v1", "secrets", "$app");
    private static final Target CONFIG_MAPS = Target.of("v1", "configmaps", "$app");
    private static final Target SERVICES = Target.of("v1", "services", "$app");
    private static final Target ACCOUNTS = Target.of("v1", "serviceaccounts", "$app");
    private static final Target EVENTS = Target.of("v1", "events", "$pod.$hash");
    private static final Target DEPLOYMENTS = Target.of("apps/v1", "deployments", "$app");
    private static final Target REPLICA_SETS = Target.of("apps/v1", "replicasets", "$app-$hash");
    private static final Target SLICES = Target.of("discovery.k8s.io/v1", "endpointslices", "$app");
    private static final Target ENDPOINTS = Target.of("v1", "endpoints", "$app");
    private static final Target LEASES = Target.of("coordination.k8s.io/v1", "leases", "$controller");
    private static final Target ROLES = Target.of("rbac.authorization.k8s.io/v1", "clusterroles", "$app");
    private static final Target BINDINGS = Target.of("rbac.authorization.k8s.io/v1", "clusterrolebindings", "$app");
    private static final Target NAMESPACES = new Target("v1", "namespaces", "", "", "$namespace");
    private static final Target REVIEWS = new Target("authorization.k8s.io/v1", "subjectaccessreviews", "", "", "");
    private static final Target HEALTH = new Target("", "", "", "", "");

    private static final String WATCH =
            "?allowWatchBookmarks=true&resourceVersion=$number&timeoutSeconds=431&watch=true";
    private static final String LIST = "?limit=500&resourceVersion=0";
    private static final String EXEC = "/exec?command=sh&container=$app&stdin=true&stdout=true&tty=true";

    private Activities() {}

    static List<Activity> all() {
        return Stream.of(nodes(), controllers(), rollouts(), workloads(), people(), mischief())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Activity> nodes() {
        Target lease = new Target("coordination.k8s.io/v1", "leases", "", "kube-node-lease", "$node");
        return List.of(
                Activity.of(190, Actor.KUBELET, "update", lease),
                Activity.of(290, Actor.KUBELET, "get", NODES).asking("?resourceVersion=0&timeout=10s"),
                Activity.of(120, Actor.KUBELET, "get", PODS),
                Activity.of(60, Actor.KUBELET, "watch", CONFIG_MAPS).asking(WATCH),
                Activity.of(60, Actor.KUBELET, "watch", SECRETS).asking(WATCH).at(ResponseStarted, 200),
                Activity.of(40, Actor.KUBELET, "patch", PODS.sub("status")).sending(Objects.POD_STATUS, ""),
                Activity.of(25, Actor.KUBELET, "patch", NODES.sub("status")).sending(Objects.NODE_STATUS, ""),
                Activity.of(30, Actor.KUBELET, "create", ACCOUNTS.sub("token")).sending(Objects.TOKEN, ""),
                Activity.of(50, Actor.KUBELET, "create", EVENTS).sending(Objects.EVENT, ""));
    }

    private static List<Activity> controllers() {
        Target leader = LEASES.in("kube-system");
        return List.of(
                Activity.of(100, Actor.CONTROLLER, "get", leader),
                Activity.of(70, Actor.CONTROLLER, "update", leader).sending(Objects.LEASE, Objects.LEASE),
                Activity.of(70, Actor.CONTROLLER, "list", PODS.in("")).asking(LIST),
                Activity.of(60, Actor.CONTROLLER, "watch", PODS.in("")).asking(WATCH),
                Activity.of(60, Actor.CONTROLLER, "watch", DEPLOYMENTS.in(""))
                        .asking(WATCH)
                        .at(ResponseStarted, 200),
                Activity.of(50, Actor.CONTROLLER, "watch", SLICES.in("")).asking(WATCH),
                Activity.of(70, Actor.CONTROLLER, "list", REPLICA_SETS.in("")).asking(LIST),
                Activity.of(60, Actor.CONTROLLER, "get", NAMESPACES).at(RequestReceived, 0),
                Activity.of(90, Actor.CONTROLLER, "get", DEPLOYMENTS),
                Activity.of(30, Actor.CONTROLLER, "update", SLICES).sending(Objects.SLICE, Objects.SLICE),
                Activity.of(15, Actor.CONTROLLER, "update", ENDPOINTS).sending(Objects.SLICE, ""),
                Activity.of(25, Actor.CONTROLLER, "create", REVIEWS).sending(Objects.ACCESS_REVIEW, ""));
    }

    private static List<Activity> rollouts() {
        return List.of(
                Activity.of(23, Actor.CONTROLLER, "create", PODS).sending(Objects.POD_SENT, Objects.POD_MADE),
                Activity.of(23, Actor.SCHEDULER, "create", PODS.sub("binding")).sending(Objects.BINDING, ""),
                Activity.of(40, Actor.CONTROLLER, "delete", PODS),
                Activity.of(20, Actor.CONTROLLER, "update", DEPLOYMENTS.sub("status")),
                Activity.of(5, Actor.DEPLOYER, "patch", DEPLOYMENTS)
                        .sending(Objects.DEPLOYMENT_SENT, Objects.DEPLOYMENT_MADE),
                Activity.of(2, Actor.DEPLOYER, "create", DEPLOYMENTS)
                        .sending(Objects.DEPLOYMENT_SENT, Objects.DEPLOYMENT_MADE),
                Activity.of(15, Actor.DEPLOYER, "update", CONFIG_MAPS)
                        .sending(Objects.CONFIG_MAP_SENT, Objects.CONFIG_MAP_MADE),
                Activity.of(5, Actor.DEPLOYER, "create", SERVICES).sending(Rbac.SERVICE, Rbac.SERVICE),
                Activity.of(3, Actor.DEPLOYER, "create", ROLES.in("")).sending(Rbac.ROLE, Rbac.ROLE),
                Activity.of(3, Actor.DEPLOYER, "create", BINDINGS.in("")).sending(Rbac.BINDING, Rbac.BINDING));
    }

    private static List<Activity> workloads() {
        return List.of(
                Activity.of(60, Actor.WORKLOAD, "get", CONFIG_MAPS),
                Activity.of(40, Actor.WORKLOAD, "list", PODS).asking(LIST),
                Activity.of(40, Actor.WORKLOAD, "watch", ENDPOINTS).asking(WATCH),
                Activity.of(30, Actor.WORKLOAD, "get", SECRETS),
                Activity.of(90, Actor.ANONYMOUS, "get", HEALTH).asking("/livez"));
    }

    private static List<Activity> people() {
        return List.of(
                Activity.of(40, Actor.PERSON, "list", PODS).asking(LIST),
                Activity.of(25, Actor.PERSON, "get", PODS),
                Activity.of(20, Actor.PERSON, "get", PODS.sub("log")),
                Activity.of(15, Actor.PERSON, "list", DEPLOYMENTS).asking(LIST),
                Activity.of(6, Actor.PERSON, "patch", DEPLOYMENTS.sub("scale")).sending(Objects.SCALE, ""));
    }

    /** What rules are made for. */
    private static List<Activity> mischief() {
        return List.of(
                Activity.of(11, Actor.PERSON, "create", PODS.sub("exec"))
                        .asking(EXEC)
                        .at(ResponseStarted, 101),
                Activity.of(4, Actor.PERSON, "create", PODS.sub("portforward")).at(ResponseStarted, 101),
                Activity.of(18, Actor.PERSON, "get", SECRETS),
                Activity.of(9, Actor.WORKLOAD, "list", SECRETS.in("")).asking(LIST),
                Activity.of(18, Actor.PERSON, "list", NODES).at(Activity.Stage.ResponseComplete, 403),
                Activity.of(6, Actor.PERSON, "patch", DEPLOYMENTS)
                        .sending(Objects.DEPLOYMENT_SENT, Objects.DEPLOYMENT_MADE),
                Activity.of(8, Actor.PERSON, "update", CONFIG_MAPS).sending(Objects.CREDENTIALS, ""),
                Activity.of(10, Actor.SCRIPT, "delete", PODS),
                Activity.of(3, Actor.PERSON, "create", ROLES.in("")).sending(Rbac.WILDCARD_ROLE, ""),
                Activity.of(3, Actor.PERSON, "create", ROLES.in("")).sending(Rbac.WRITING_ROLE, ""),
                Activity.of(3, Actor.PERSON, "create", BINDINGS.in("")).sending(Rbac.ADMIN_BINDING, ""),
                Activity.of(3, Actor.PERSON, "create", SERVICES).sending(Rbac.NODE_PORT, Rbac.NODE_PORT),
                Activity.of(3, Actor.PERSON, "create", ACCOUNTS.in("kube-system"))
                        .sending(Rbac.ACCOUNT, ""),
                Activity.of(2, Actor.PERSON, "create", ACCOUNTS.sub("token")).sending(Objects.TOKEN, ""),
                Activity.of(2, Actor.PERSON, "delete", NAMESPACES),
                Activity.of(3, Actor.ANONYMOUS, "list", PODS).asking(LIST),
                Activity.of(2, Actor.PERSON, "patch", PODS.sub("ephemeralcontainers"))
                        .sending(Objects.SCALE, ""));
    }
}
