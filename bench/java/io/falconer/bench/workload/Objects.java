package io.falconer.bench.workload;

/** Objects that requests send and responses give, as texts of a {@link Template}. */
final class Objects {
    private static final String OWN = """
            "uid":"$uid","resourceVersion":"$number","creationTimestamp":"$secondZ",
            "managedFields":[{"manager":"kubectl","operation":"Update","apiVersion":"v1","time":"$secondZ"}]""";

    private static final String LABELS = """
            "labels":{"app.kubernetes.io/name":"$app","app.kubernetes.io/part-of":"$team","pod-template-hash":"$hash"}""";

    private static final String POD = """
            {"kind":"Pod","apiVersion":"v1","metadata":{"name":"$pod","generateName":"$app-","namespace":"$namespace",%s
            "annotations":{"prometheus.io/scrape":"true","prometheus.io/port":"8000"},
            "ownerReferences":[{"apiVersion":"apps/v1","kind":"ReplicaSet","name":"$app-$hash","uid":"$uid",
            "controller":true,"blockOwnerDeletion":true}]},"spec":{$spec},"status":%s}""";

    static final String POD_SENT = POD.formatted(LABELS + ",", "{}");
    static final String POD_MADE =
            POD.formatted(OWN + "," + LABELS + ",", "{\"phase\":\"Pending\",\"qosClass\":\"Burstable\"}");

    private static final String DEPLOYMENT = """
            {"kind":"Deployment","apiVersion":"apps/v1","metadata":{"name":"$app","namespace":"$namespace",%s},
            "spec":{"replicas":3,"selector":{"matchLabels":{"app.kubernetes.io/name":"$app"}},
            "template":{"metadata":{"labels":{"app.kubernetes.io/name":"$app"}},"spec":{$spec}},
            "strategy":{"type":"RollingUpdate","rollingUpdate":{"maxUnavailable":"25%%","maxSurge":"25%%"}},
            "revisionHistoryLimit":10,"progressDeadlineSeconds":600}%s}""";

    static final String DEPLOYMENT_SENT = DEPLOYMENT.formatted(LABELS, "");
    static final String DEPLOYMENT_MADE = DEPLOYMENT.formatted(
            OWN + "," + LABELS, ",\"status\":{\"observedGeneration\":7,\"replicas\":3,\"readyReplicas\":3}");

    static final String SCALE = "{\"spec\":{\"replicas\":4}}";

    static final String POD_STATUS = """
            {"metadata":{"uid":"$uid"},"status":{
            "conditions":[{"lastTransitionTime":"$secondZ","status":"True","type":"Ready"}],
            "containerStatuses":[{"containerID":"containerd://$hash$hash","image":"$app","imageID":"sha256:$hash$hash",
            "name":"$app","ready":true,"restartCount":0,"started":true,"state":{"running":{"startedAt":"$secondZ"}}}],
            "hostIP":"$ip","phase":"Running","podIP":"$ip","startTime":"$secondZ"}}""";

    static final String NODE_STATUS = """
            {"status":{"conditions":[{"lastHeartbeatTime":"$secondZ","status":"False","type":"MemoryPressure"},
            {"lastHeartbeatTime":"$secondZ","status":"True","type":"Ready"}]}}""";

    static final String LEASE = """
            {"kind":"Lease","apiVersion":"coordination.k8s.io/v1","metadata":{"resourceVersion":"$number","uid":"$uid"},
            "spec":{"holderIdentity":"$node","leaseDurationSeconds":40,"renewTime":"$received"}}""";

    static final String EVENT = """
            {"kind":"Event","apiVersion":"v1","metadata":{"name":"$pod.$hash","namespace":"$namespace"},
            "involvedObject":{"kind":"Pod","namespace":"$namespace","name":"$pod","uid":"$uid","apiVersion":"v1"},
            "reason":"Pulled","message":"Container image already present on machine",
            "source":{"component":"kubelet","host":"$node"},"firstTimestamp":"$secondZ","lastTimestamp":"$secondZ",
            "count":1,"type":"Normal"}""";

    static final String SLICE = """
            {"kind":"EndpointSlice","apiVersion":"discovery.k8s.io/v1","addressType":"IPv4",
            "metadata":{"name":"$app","namespace":"$namespace","resourceVersion":"$number"},
            "endpoints":[{"addresses":["$ip"],"conditions":{"ready":true},"nodeName":"$node"},
            {"addresses":["$ip"],"conditions":{"ready":true},"nodeName":"$node"}],
            "ports":[{"name":"http","port":8000,"protocol":"TCP"}]}""";

    static final String BINDING = """
            {"kind":"Binding","apiVersion":"v1","metadata":{"name":"$pod","namespace":"$namespace","uid":"$uid"},
            "target":{"kind":"Node","name":"$node"}}""";

    static final String TOKEN = """
            {"kind":"TokenRequest","apiVersion":"authentication.k8s.io/v1","spec":{"audiences":["api"],
            "expirationSeconds":3607,"boundObjectRef":{"kind":"Pod","apiVersion":"v1","name":"$pod","uid":"$uid"}}}""";

    static final String ACCESS_REVIEW = """
            {"kind":"SubjectAccessReview","apiVersion":"authorization.k8s.io/v1","spec":{"user":"$person",
            "resourceAttributes":{"namespace":"$namespace","verb":"get","resource":"pods","name":"$pod"}}}""";

    private static final String CONFIG_MAP = """
            {"kind":"ConfigMap","apiVersion":"v1","metadata":{"name":"$app","namespace":"$namespace",%s},
            "data":{"application.yaml":"server:\\\\n  port: 8000\\\\nlogging:\\\\n  level: info\\\\n%s"}}""";

    static final String CONFIG_MAP_SENT = CONFIG_MAP.formatted(LABELS, "cache:\\n  size: 1000\\n");
    static final String CONFIG_MAP_MADE = CONFIG_MAP.formatted(OWN, "cache:\\n  size: 1000\\n");
    static final String CREDENTIALS = CONFIG_MAP.formatted(LABELS, "database:\\n  password: $hash\\n");

    private Objects() {}
}
