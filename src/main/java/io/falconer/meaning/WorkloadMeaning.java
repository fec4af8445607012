package io.falconer.meaning;

import static io.falconer.model.Statement.all;
import static io.falconer.model.Statement.any;
import static io.falconer.model.Statement.not;

import io.falconer.language.Automaton;
import io.falconer.language.Texts;
import io.falconer.language.TooLarge;
import io.falconer.model.Leaf;
import io.falconer.model.Statement;
import io.falconer.policy.Argument;
import io.falconer.policy.TemplateControl;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the checks of WorkloadSecurity forbid, as docs/policy.md and the Pod Security Standards (v1.37) say it. A setting that is
 * null is not set.
 */
final class WorkloadMeaning {
    private static final String KIND = "WorkloadSecurity";
    private static final String CONTEXT = "securityContext";
    private static final String UNSET = "null";
    private static final List<String> OF_PODS = List.of("hostNamespaces", "hostPathVolumes", "sysctls", "volumeTypes");
    private static final List<String> CONFINED =
            List.of("container_t", "container_init_t", "container_kvm_t", "container_engine_t");

    /** Whether checks with two forms have the stricter one. */
    private final boolean restricted;

    private final Automaton isTrue = Texts.of(List.of("true"));
    private final Automaton isFalse = Texts.of(List.of("false"));

    private WorkloadMeaning(boolean restricted) throws TooLarge {
        this.restricted = restricted;
    }

    /** A fault in the securityContext of a pod or of a container. */
    @FunctionalInterface
    private interface Fault {
        Statement in(Leaf context);
    }

    /** Whether a control is of this kind. */
    static boolean isOf(TemplateControl control) {
        return control.kind().equals(KIND);
    }

    /** The lists of containers that a control of this kind looks at. */
    static List<String> families(TemplateControl control) {
        return OF_PODS.containsAll(control.checks()) ? List.of() : ContainerCheck.ALL;
    }

    /** What a check forbids; empty if it has no meaning here yet. */
    static Optional<ContainerCheck> of(TemplateControl control, String check) throws TooLarge {
        boolean restricted = Optional.ofNullable(control.arguments().get("restricted"))
                .filter(Argument::asks)
                .isPresent();
        return isOf(control) ? new WorkloadMeaning(restricted).of(check) : Optional.empty();
    }

    private Optional<ContainerCheck> of(String check) throws TooLarge {
        return switch (check) {
            case "privileged" -> Optional.of(ofContainer(context -> is(context, isTrue, "privileged")));
            case "readOnlyRootFilesystem" ->
                Optional.of(ofContainer(context -> not(is(context, isTrue, "readOnlyRootFilesystem"))));
            case "windowsHostProcess" ->
                Optional.of(ofBoth(context -> is(context, isTrue, "windowsOptions", "hostProcess")));
            case "allowPrivilegeEscalation" -> Optional.of(allowPrivilegeEscalation());
            case "runAsNonRoot" -> Optional.of(runAsNonRoot());
            case "runAsUser" -> Optional.of(runAsUser());
            case "hostNamespaces" -> Optional.of(hostNamespaces());
            case "procMount" -> Optional.of(procMount());
            case "seLinuxOptions" -> Optional.of(seLinuxOptions());
            case "seccompProfile" -> Optional.of(seccompProfile());
            case "appArmorProfile" -> Optional.of(appArmorProfile());
            case "capabilities" -> Optional.of(capabilities());
            case "hostPorts" -> Optional.of(JsonMeaning.hostPorts());
            case "hostProbes" -> Optional.of(JsonMeaning.hostProbes());
            case "hostPathVolumes" -> Optional.of(JsonMeaning.hostPathVolumes());
            case "volumeTypes" -> Optional.of(JsonMeaning.volumeTypes());
            case "sysctls" -> Optional.of(JsonMeaning.sysctls());
            default -> Optional.empty();
        };
    }

    private ContainerCheck allowPrivilegeEscalation() throws TooLarge {
        Exemption windows = windows();
        return new ContainerCheck(
                ContainerCheck.ALL,
                (pods, container) -> all(
                        not(windows.of(pods)), not(is(container.at(CONTEXT), isFalse, "allowPrivilegeEscalation"))));
    }

    /** What a container says overrides what the pod says. */
    private ContainerCheck runAsNonRoot() {
        return new ContainerCheck(
                ContainerCheck.ALL,
                (pods, container) -> {
                    Leaf context = container.at(CONTEXT);
                    Statement inherits =
                            all(not(is(context, isFalse, "runAsNonRoot")), pods.set(isTrue, CONTEXT, "runAsNonRoot"));
                    return all(not(inUserNamespace(pods)), not(any(is(context, isTrue, "runAsNonRoot"), inherits)));
                },
                pods -> restricted
                        ? all(not(inUserNamespace(pods)), is(pods.spec().at(CONTEXT), isFalse, "runAsNonRoot"))
                        : any());
    }

    private ContainerCheck runAsUser() throws TooLarge {
        Automaton root = Texts.of(List.of("0"));
        return new ContainerCheck(
                ContainerCheck.ALL,
                (pods, container) -> all(not(inUserNamespace(pods)), is(container.at(CONTEXT), root, "runAsUser")),
                pods -> all(not(inUserNamespace(pods)), is(pods.spec().at(CONTEXT), root, "runAsUser")));
    }

    private ContainerCheck hostNamespaces() {
        return ContainerCheck.ofPod(pods -> any(
                is(pods.spec(), isTrue, "hostNetwork"),
                is(pods.spec(), isTrue, "hostPID"),
                is(pods.spec(), isTrue, "hostIPC")));
    }

    private ContainerCheck procMount() throws TooLarge {
        Fault fault = otherThan(List.of("Default"), "procMount");
        return new ContainerCheck(
                ContainerCheck.ALL,
                (pods, container) ->
                        all(restricted ? all() : not(inUserNamespace(pods)), fault.in(container.at(CONTEXT))));
    }

    private static ContainerCheck seLinuxOptions() throws TooLarge {
        List<String> types = Stream.concat(CONFINED.stream(), Stream.of("")).toList();
        Fault type = otherThan(types, "seLinuxOptions", "type");
        Fault user = otherThan(List.of(""), "seLinuxOptions", "user");
        Fault role = otherThan(List.of(""), "seLinuxOptions", "role");
        return ofBoth(context -> any(type.in(context), user.in(context), role.in(context)));
    }

    /** In the stricter form a container without a profile takes the one of the pod, and there must be one. */
    private ContainerCheck seccompProfile() throws TooLarge {
        Exemption windows = windows();
        List<String> filters = List.of("RuntimeDefault", "Localhost");
        Automaton filtered = Texts.of(filters);
        Fault unfiltered = otherThan(filters, "seccompProfile", "type");
        return new ContainerCheck(
                ContainerCheck.ALL,
                (pods, container) -> {
                    Leaf context = container.at(CONTEXT);
                    Statement none = not(any(
                            is(context, filtered, "seccompProfile", "type"),
                            pods.set(filtered, CONTEXT, "seccompProfile", "type")));
                    return any(unfiltered.in(context), restricted ? all(not(windows.of(pods)), none) : any());
                },
                pods -> unfiltered.in(pods.spec().at(CONTEXT)));
    }

    private static ContainerCheck appArmorProfile() throws TooLarge {
        Fault unconfined = otherThan(List.of("RuntimeDefault", "Localhost"), "appArmorProfile", "type");
        Automaton annotated = JsonMeaning.appArmorAnnotations();
        return new ContainerCheck(
                ContainerCheck.ALL,
                (pods, container) -> unconfined.in(container.at(CONTEXT)),
                pods -> any(
                        unconfined.in(pods.spec().at(CONTEXT)),
                        new Statement.Within(pods.metadata().at("annotations"), annotated)));
    }

    private ContainerCheck capabilities() throws TooLarge {
        if (!restricted) {
            Automaton more = JsonMeaning.addsMoreThanBaseline();
            return ofContainer(context -> is(context, more, "capabilities", "add"));
        }
        Exemption windows = windows();
        Automaton all = JsonMeaning.dropsAll();
        Automaton more = JsonMeaning.addsMoreThanRestricted();
        return new ContainerCheck(
                ContainerCheck.ALL,
                (pods, container) -> all(
                        not(windows.of(pods)),
                        any(
                                not(is(container.at(CONTEXT), all, "capabilities", "drop")),
                                is(container.at(CONTEXT), more, "capabilities", "add"))));
    }

    /** What exempts a pod from a check. */
    @FunctionalInterface
    private interface Exemption {
        Statement of(JudgedPods pods);
    }

    private static Exemption windows() throws TooLarge {
        Automaton windows = Texts.of(List.of("windows"));
        return pods -> pods.set(windows, "os", "name");
    }

    private Statement inUserNamespace(JudgedPods pods) {
        return pods.set(isFalse, "hostUsers");
    }

    private static ContainerCheck ofContainer(Fault fault) {
        return new ContainerCheck(ContainerCheck.ALL, (pods, container) -> fault.in(container.at(CONTEXT)));
    }

    private static ContainerCheck ofBoth(Fault fault) {
        return new ContainerCheck(
                ContainerCheck.ALL,
                (pods, container) -> fault.in(container.at(CONTEXT)),
                pods -> fault.in(pods.spec().at(CONTEXT)));
    }

    /** A setting is there and is none of these. */
    private static Fault otherThan(List<String> allowed, String... path) throws TooLarge {
        Automaton fine =
                Texts.of(Stream.concat(allowed.stream(), Stream.of(UNSET)).toList());
        return context -> all(new Statement.Present(context.at(path)), not(is(context, fine, path)));
    }

    private static Statement is(Leaf outer, Automaton texts, String... path) {
        return new Statement.Within(outer.at(path), texts);
    }
}
