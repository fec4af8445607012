package io.falconer.meaning;

import io.falconer.language.TooLarge;
import io.falconer.model.Statement;
import io.falconer.policy.AllowedImages;
import io.falconer.policy.Argument;
import io.falconer.policy.Control;
import io.falconer.policy.ListeningSockets;
import io.falconer.policy.Policy;
import io.falconer.policy.PolicyException;
import io.falconer.policy.ResourceLimits;
import io.falconer.policy.TemplateControl;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the kinds of controls forbid that look at more than single containers. */
final class KindMeaning {
    static final String RUNTIME_CLASS = "RuntimeClass";
    static final String SERVICE_ACCOUNTS = "ServiceAccounts";
    static final String PROTECTED_OBJECTS = "ProtectedObjects";
    static final String TOKEN_ACCESS = "TokenAccess";

    private final Policy policy;
    private final List<PolicyException> holding;

    KindMeaning(Policy policy, List<PolicyException> holding) {
        this.policy = policy;
        this.holding = holding;
    }

    /** The events that a check forbids; empty if it has no meaning here. */
    Optional<Statement> of(Control control, String check) throws TooLarge {
        return switch (control) {
            case ListeningSockets sockets ->
                Optional.of(processes(control, check, SystemCallMeaning.listeningSockets(sockets)));
            case TemplateControl other ->
                switch (other.kind()) {
                    case RUNTIME_CLASS -> runtimeClass(other, check);
                    case SERVICE_ACCOUNTS -> serviceAccounts(other, check);
                    case PROTECTED_OBJECTS -> Optional.of(objects(other, check, changed(texts(other, "resources"))));
                    case TOKEN_ACCESS -> Optional.of(processes(control, check, SystemCallMeaning.tokenAccess(other)));
                    default -> Optional.empty();
                };
            case ResourceLimits limits -> Optional.empty();
            case AllowedImages images -> Optional.empty();
        };
    }

    /** The lists of containers that a control looks into; empty if that is not known here. */
    static Optional<List<String>> families(TemplateControl control) {
        return switch (control.kind()) {
            case RUNTIME_CLASS ->
                Optional.of(
                        control.checks().contains("runtimeClass")
                                ? List.of(ContainerCheck.CONTAINERS, ContainerCheck.INIT)
                                : List.of());
            case SERVICE_ACCOUNTS, PROTECTED_OBJECTS, TOKEN_ACCESS -> Optional.of(List.of());
            default -> Optional.empty();
        };
    }

    private Optional<Statement> runtimeClass(TemplateControl control, String check) throws TooLarge {
        return switch (check) {
            case "runtimeClass" -> {
                ExceptionMeaning exceptions = new ExceptionMeaning(holding, control.kind(), check);
                yield Optional.of(
                        created(control, RuntimeClassMeaning.ofPods(control, exceptions, policy.maxContainers())));
            }
            case "runtimeClassHandler" ->
                Optional.of(objects(control, check, RuntimeClassMeaning.ofObjects(control, policy.view())));
            default -> Optional.empty();
        };
    }

    private Optional<Statement> serviceAccounts(TemplateControl control, String check) throws TooLarge {
        return switch (check) {
            case "tokenAutomount" -> Optional.of(settings(control, check, ServiceAccountMeaning.tokenAutomount()));
            case "defaultServiceAccount" ->
                Optional.of(settings(control, check, ServiceAccountMeaning.defaultServiceAccount()));
            case "defaultBinding" ->
                Optional.of(objects(control, check, ServiceAccountMeaning.defaultBinding(policy.view())));
            case "privilegedBinding" ->
                Optional.of(objects(
                        control,
                        check,
                        ServiceAccountMeaning.privilegedBinding(policy.view(), texts(control, "privilegedRoles"))));
            case "wildcardRole" ->
                Optional.of(objects(control, check, ServiceAccountMeaning.wildcardRole(policy.view())));
            case "forbiddenRequest" ->
                Optional.of(Statement.all(
                        AccountMeaning.in(policy.match()),
                        AccountMeaning.in(control.scope().match()),
                        ServiceAccountMeaning.forbiddenRequest(),
                        Statement.not(AccountMeaning.excepted(holding, control.kind(), check))));
            default -> Optional.empty();
        };
    }

    /** Objects are changed or deleted. Their status does not count, and {@code proxy} only hands requests on. */
    private static Statement changed(List<String> resources) throws TooLarge {
        return Statement.all(
                LoggedRequests.accepted(List.of("update", "patch", "delete", "deletecollection"), resources),
                Statement.not(LoggedRequests.is(LoggedRequests.SUBRESOURCE, List.of("status", "proxy"))));
    }

    private Statement settings(Control control, String check, OfPod wrong) throws TooLarge {
        ExceptionMeaning exceptions = new ExceptionMeaning(holding, control.kind(), check);
        return created(
                control,
                pods -> Statement.all(
                        wrong.of(pods), Statement.not(exceptions.settings(pods, policy.maxContainers()))));
    }

    /** What is wrong with a pod that is created. */
    @FunctionalInterface
    interface OfPod {
        Statement of(JudgedPods pods);
    }

    private Statement created(Control control, OfPod wrong) throws TooLarge {
        List<Statement> any = new ArrayList<>();
        for (JudgedPods pods : JudgedPods.of(policy)) {
            if (pods.areCreated()) {
                any.add(Statement.all(pods.requested(), wrong.of(pods)));
            }
        }
        return Statement.all(
                NamespaceMeaning.of(policy.match()),
                NamespaceMeaning.of(control.scope().match()),
                new Statement.Any(any));
    }

    private Statement processes(Control control, String check, Statement wrong) throws TooLarge {
        return Statement.all(
                ProcessMeaning.in(policy.match()),
                ProcessMeaning.in(control.scope().match()),
                wrong,
                Statement.not(ProcessMeaning.excepted(holding, control.kind(), check)));
    }

    private Statement objects(Control control, String check, Statement wrong) throws TooLarge {
        return Statement.all(
                NamespaceMeaning.ofObjects(policy.match()),
                NamespaceMeaning.ofObjects(control.scope().match()),
                wrong,
                Statement.not(ExceptionMeaning.object(holding, control.kind(), check)));
    }

    /** What a policy says for a parameter that takes texts. */
    static List<String> texts(TemplateControl control, String parameter) {
        return control.arguments().get(parameter) instanceof Argument.Texts(List<String> texts) ? texts : List.of();
    }
}
