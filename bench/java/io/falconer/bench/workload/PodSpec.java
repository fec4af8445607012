package io.falconer.bench.workload;

import java.util.List;

/** Makes specs of pods with 1 to 12 containers, one in five of which has something that a rule does not like. */
final class PodSpec {
    /** How often pods have 1, 2, 3... containers, of a hundred. */
    private static final int[] CONTAINERS = {34, 27, 13, 7, 4, 3, 2, 2, 2, 2, 2, 2};

    private static final int FLAWED_PER_MILLE = 200;

    private static final String CONTAINER = """
            {"name":"%s","image":"%s","ports":[{"name":"http","containerPort":%d,"protocol":"TCP"}],
            "env":[{"name":"LOG_LEVEL","value":"info"},
            {"name":"POD_IP","valueFrom":{"fieldRef":{"apiVersion":"v1","fieldPath":"status.podIP"}}}%s],
            "resources":{"limits":{"cpu":"%dm","memory":"%dMi"},"requests":{"cpu":"50m","memory":"64Mi"}},
            "volumeMounts":[{"name":"tmp","mountPath":"/tmp"},
            {"name":"token","readOnly":true,"mountPath":"/var/run/secrets/kubernetes.io/serviceaccount"}],
            "livenessProbe":{"httpGet":{"path":"/livez","port":"http","scheme":"HTTP"},"periodSeconds":10},
            "readinessProbe":{"httpGet":{"path":"/readyz","port":"http","scheme":"HTTP"},"periodSeconds":5},
            "terminationMessagePath":"/dev/termination-log","terminationMessagePolicy":"File",
            "imagePullPolicy":"IfNotPresent","securityContext":{%s}}""".replace("\n", "");

    private static final String GOOD = "\"capabilities\":{\"drop\":[\"ALL\"]},\"runAsNonRoot\":true,"
            + "\"readOnlyRootFilesystem\":true,\"allowPrivilegeEscalation\":false";

    private PodSpec() {}

    /** The members of a spec, in JSON; the first container is of {@code image}, the others are sidecars. */
    static String of(String component, String image, Dice dice) {
        Flaw flaw = dice.chance(FLAWED_PER_MILLE) ? dice.of(List.of(Flaw.values())) : Flaw.NONE;
        StringBuilder spec = new StringBuilder("\"volumes\":[{\"name\":\"tmp\",\"emptyDir\":{}},")
                .append("{\"name\":\"token\",\"projected\":{\"sources\":[{\"serviceAccountToken\":")
                .append("{\"expirationSeconds\":3607,\"path\":\"token\"}}],\"defaultMode\":420}}")
                .append(flaw.volume(dice))
                .append("],\"containers\":[");
        int containers = containers(dice);
        for (int i = 0; i < containers; i++) {
            String tag = ":v" + dice.below(9) + "." + dice.below(30) + "." + dice.below(10);
            String sidecar = Names.SIDECARS.get(i % Names.SIDECARS.size());
            spec.append(i == 0 ? "" : ",")
                    .append(CONTAINER.formatted(
                            i == 0 ? component : sidecar + "-" + i,
                            i == 0 ? flaw.image(image + tag, dice) : Names.REGISTRY + "/platform/" + sidecar + tag,
                            8000 + i,
                            dice.chance(500) ? ",{\"name\":\"REGION\",\"value\":\"eu-central-1\"}" : "",
                            100 * (1 + dice.below(20)),
                            64 * (1 + dice.below(32)),
                            i == containers - 1 ? flaw.securityContext(GOOD, dice) : GOOD));
        }
        return spec.append("],\"restartPolicy\":\"Always\",\"terminationGracePeriodSeconds\":30,")
                .append("\"dnsPolicy\":\"ClusterFirst\",\"serviceAccountName\":\"")
                .append(component)
                .append("\"")
                .append(flaw.member())
                .append(",\"securityContext\":{\"runAsUser\":10001,\"fsGroup\":10001},")
                .append("\"schedulerName\":\"default-scheduler\",\"enableServiceLinks\":true")
                .toString();
    }

    private static int containers(Dice dice) {
        int number = 1;
        for (int left = dice.below(100); left >= CONTAINERS[number - 1]; number++) {
            left -= CONTAINERS[number - 1];
        }
        return number;
    }
}
