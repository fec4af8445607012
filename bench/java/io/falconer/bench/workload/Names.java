package io.falconer.bench.workload;

import java.util.List;
import java.util.stream.Stream;

/** The names that log and rules share, so that the rules speak of what is in the log. */
final class Names {
    static final List<String> TEAMS = words("""
            payments search orders catalog identity billing shipping fraud ads media chat mail maps news
            video audio risk ledger treasury pricing stock returns loyalty vouchers reviews ranking
            profile consent export import reports insights forecast routing fleet sensors firmware
            backup archive gateway""");

    static final List<String> STAGES = List.of("prod", "staging", "dev");

    static final List<String> SYSTEM_NAMESPACES =
            words("kube-system kube-public kube-node-lease monitoring ingress-nginx cert-manager argocd");

    static final List<String> COMPONENTS =
            words("api web worker scheduler importer cache proxy consumer notifier migrator gateway frontend");

    static final List<String> SIDECARS = words("envoy fluent-bit otel-collector vault-agent statsd oauth2-proxy");

    static final List<String> PEOPLE = Stream.of(
                    "jane", "joe", "maria", "li", "amir", "olga", "sam", "tina", "noah", "ines")
            .flatMap(first -> Stream.of("miller", "garcia", "chen", "okafor", "novak", "rossi")
                    .map(last -> first + "." + last + "@example.com"))
            .toList();

    static final List<String> CONTROLLERS = words("""
            replicaset-controller deployment-controller endpointslice-controller job-controller
            generic-garbage-collector namespace-controller node-controller daemon-set-controller
            statefulset-controller horizontal-pod-autoscaler resourcequota-controller cronjob-controller""");

    /** Images that must not run. */
    static final List<String> FOREIGN_IMAGES =
            words("docker.io/library/busybox docker.io/kalilinux/kali docker.io/netshoot/netshoot ghcr.io/xmrig/xmrig");

    static final List<String> HOST_PATHS =
            words("/etc /proc /var/run/docker.sock /root /var/lib/kubelet /run/containerd/containerd.sock");

    static final List<String> CAPABILITIES = words("SYS_ADMIN NET_ADMIN SYS_PTRACE NET_RAW DAC_OVERRIDE BPF");

    /** Where images of our own come from. */
    static final String REGISTRY = "registry.example.com";

    private Names() {}

    private static List<String> words(String text) {
        return List.of(text.strip().split("\\s+"));
    }
}
