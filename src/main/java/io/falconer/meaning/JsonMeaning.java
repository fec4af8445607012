package io.falconer.meaning;

import static io.falconer.model.JsonTexts.listWith;
import static io.falconer.model.JsonTexts.member;
import static io.falconer.model.JsonTexts.object;
import static io.falconer.model.JsonTexts.objectWith;
import static io.falconer.model.JsonTexts.otherThan;

import io.falconer.language.Automaton;
import io.falconer.language.TooLarge;
import io.falconer.model.ConstantLanguage;
import io.falconer.model.JsonTexts;
import io.falconer.model.Patterns;
import io.falconer.model.PodTexts;
import io.falconer.model.Statement;
import io.falconer.model.VolumeTexts;
import java.util.List;

/** What checks of WorkloadSecurity forbid in lists and objects: which JSON texts violate them. */
final class JsonMeaning {
    private static final List<String> BASELINE_CAPABILITIES = List.of(
            "AUDIT_WRITE",
            "CHOWN",
            "DAC_OVERRIDE",
            "FOWNER",
            "FSETID",
            "KILL",
            "MKNOD",
            "NET_BIND_SERVICE",
            "SETFCAP",
            "SETGID",
            "SETPCAP",
            "SETUID",
            "SYS_CHROOT");
    private static final List<String> SAFE_SYSCTLS = List.of(
            "kernel.shm_rmid_forced",
            "net.ipv4.ip_local_port_range",
            "net.ipv4.ip_local_reserved_ports",
            "net.ipv4.ip_unprivileged_port_start",
            "net.ipv4.ping_group_range",
            "net.ipv4.tcp_fin_timeout",
            "net.ipv4.tcp_keepalive_intvl",
            "net.ipv4.tcp_keepalive_probes",
            "net.ipv4.tcp_keepalive_time",
            "net.ipv4.tcp_notsent_lowat",
            "net.ipv4.tcp_rmem",
            "net.ipv4.tcp_slow_start_after_idle",
            "net.ipv4.tcp_syncookies",
            "net.ipv4.tcp_wmem");
    private static final List<String> RESTRICTED_VOLUMES = List.of(
            "configMap", "csi", "downwardAPI", "emptyDir", "ephemeral", "persistentVolumeClaim", "projected", "secret");
    private static final ConstantLanguage HOST_PATH_VOLUMES =
            new ConstantLanguage(listWith(VolumeTexts.of("hostPath"), VolumeTexts.all()));
    private static final ConstantLanguage OTHER_VOLUMES =
            new ConstantLanguage(listWith(VolumeTexts.otherThan(RESTRICTED_VOLUMES), VolumeTexts.all()));
    private static final String APP_ARMOR = "container.apparmor.security.beta.kubernetes.io/";

    private JsonMeaning() {}

    /** A port of a container is one of the host, unless it is 0. */
    static ContainerCheck hostPorts() throws TooLarge {
        String port = objectWith(member("hostPort", "[1-9][0-9]*"), PodTexts.PORT);
        Automaton ports = Patterns.language(listWith(port, object(PodTexts.PORT)));
        return new ContainerCheck(
                ContainerCheck.ALL, (pods, container) -> new Statement.Within(container.at("ports"), ports));
    }

    /** A probe or hook names a host. */
    static ContainerCheck hostProbes() throws TooLarge {
        String host = member("host", JsonTexts.FULL_STRING);
        String calls = member("httpGet", objectWith(host, PodTexts.HTTP)) + "|"
                + member("tcpSocket", objectWith(host, PodTexts.TCP));
        Automaton probe = Patterns.language(objectWith(calls, PodTexts.PROBE));
        Automaton lifecycle = Patterns.language(
                objectWith(member("postStart|preStop", objectWith(calls, PodTexts.HANDLER)), PodTexts.LIFECYCLE));
        return new ContainerCheck(
                ContainerCheck.ALL,
                (pods, container) -> Statement.any(
                        new Statement.Within(container.at("livenessProbe"), probe),
                        new Statement.Within(container.at("readinessProbe"), probe),
                        new Statement.Within(container.at("startupProbe"), probe),
                        new Statement.Within(container.at("lifecycle"), lifecycle)));
    }

    static ContainerCheck hostPathVolumes() throws TooLarge {
        return volumes(HOST_PATH_VOLUMES.automaton());
    }

    /** A volume without a source is an emptyDir. */
    static ContainerCheck volumeTypes() throws TooLarge {
        return volumes(OTHER_VOLUMES.automaton());
    }

    private static ContainerCheck volumes(Automaton volumes) {
        return ContainerCheck.ofPod(pods -> new Statement.Within(pods.spec().at("volumes"), volumes));
    }

    static ContainerCheck sysctls() throws TooLarge {
        String sysctl = PodTexts.sysctl(otherThan(SAFE_SYSCTLS, List.of()));
        Automaton sysctls = Patterns.language(listWith(sysctl, PodTexts.SYSCTL));
        return ContainerCheck.ofPod(
                pods -> new Statement.Within(pods.spec().at("securityContext", "sysctls"), sysctls));
    }

    /** Annotations of which one takes a container out of AppArmor's confinement. */
    static Automaton appArmorAnnotations() throws TooLarge {
        String key = "\"" + Patterns.literal(APP_ARMOR) + "[A-Za-z0-9._/-]*\"";
        String value = otherThan(List.of("", "runtime/default"), List.of("localhost/"));
        return Patterns.language(objectWith(key + ":" + value, PodTexts.ANNOTATION));
    }

    static Automaton addsMoreThanBaseline() throws TooLarge {
        return withText(otherThan(BASELINE_CAPABILITIES, List.of()));
    }

    static Automaton addsMoreThanRestricted() throws TooLarge {
        return withText(otherThan(List.of("NET_BIND_SERVICE"), List.of()));
    }

    static Automaton dropsAll() throws TooLarge {
        return withText("\"ALL\"");
    }

    private static Automaton withText(String wanted) throws TooLarge {
        return Patterns.language(listWith(wanted, JsonTexts.STRING));
    }
}
