package io.falconer.plan;

import io.falconer.condition.ConditionPrinter;
import io.falconer.field.EventSource;
import io.falconer.plan.RuleException.Column;
import io.falconer.plan.RuleException.Row;
import io.falconer.policy.ExceptionKey;
import io.falconer.policy.Policy;
import io.falconer.policy.PolicyException;
import io.falconer.template.BoundRule;
import io.falconer.template.PodRequestKind;
import io.falconer.template.RuleSubject;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The exceptions that a rule declares, and their values. */
public final class ExceptionPlan {
    private static final String DIGEST = "_digest";

    private final Policy policy;
    private final List<PolicyException> holding;

    /** @param holding the policy's exceptions that have not expired */
    public ExceptionPlan(Policy policy, List<PolicyException> holding) {
        this.policy = policy;
        this.holding = holding;
    }

    List<RuleException> of(BoundRule rule, Set<PodRequestKind> requestKinds) {
        Map<String, RuleException> byName = new LinkedHashMap<>();
        for (PolicyException exception : holding) {
            if (rule.isExceptedBy(exception) && !ContainerExceptions.isEnough(exception, rule)) {
                for (RuleException declared : declare(exception, rule, requestKinds)) {
                    byName.merge(declared.name(), declared, ExceptionPlan::join);
                }
            }
        }
        return List.copyOf(byName.values());
    }

    /** The exceptions that the rule's condition expresses. */
    ContainerExceptions ofContainers(BoundRule rule) {
        return new ContainerExceptions(
                rule, holding.stream().filter(rule::isExceptedBy).toList());
    }

    private static RuleException join(RuleException first, RuleException second) {
        List<Row> rows = new ArrayList<>(first.rows());
        rows.addAll(second.rows());
        return new RuleException(first.name(), first.columns(), rows);
    }

    private List<RuleException> declare(PolicyException exception, BoundRule rule, Set<PodRequestKind> requestKinds) {
        Set<ExceptionKey> keys = EnumSet.noneOf(ExceptionKey.class);
        keys.addAll(exception.match().keys());
        if (exception.team().isPresent()) {
            keys.add(ExceptionKey.NAMESPACE);
        }
        if (!keys.contains(ExceptionKey.SERVICE_ACCOUNT) || rule.judged() != RuleSubject.PODS) {
            return List.of(declare(exception, rule, keys, "", ""));
        }
        // The path of the service account differs between kinds of objects.
        List<RuleException> declared = new ArrayList<>();
        Set<String> paths = new LinkedHashSet<>();
        for (PodRequestKind requestKind : PodRequestKind.values()) {
            String path = requestKind.podPath(policy);
            if (requestKinds.contains(requestKind) && paths.add(path)) {
                String suffix =
                        declared.isEmpty() ? "" : "_of_" + requestKind.name().toLowerCase(Locale.ROOT);
                declared.add(declare(exception, rule, keys, path, suffix));
            }
        }
        return declared;
    }

    private RuleException declare(
            PolicyException exception, BoundRule rule, Set<ExceptionKey> keys, String podPath, String suffix) {
        List<Column> columns = new ArrayList<>();
        List<List<String>> alternatives = new ArrayList<>();
        for (ExceptionKey key : keys) {
            columns.add(column(key, exception, rule, podPath));
            alternatives.add(ExceptionValues.of(key, exception, rule).stream()
                    .map(ConditionPrinter::quote)
                    .toList());
        }
        List<Row> rows = new ArrayList<>();
        for (List<String> values : product(alternatives)) {
            rows.add(new Row(exception, values));
        }
        String name =
                String.join("_", keys.stream().map(ExceptionKey::snake).toList()) + suffix + tagged(exception, rule);
        return new RuleException(name, columns, rows);
    }

    private Column column(ExceptionKey key, PolicyException exception, BoundRule rule, String podPath) {
        boolean audit = rule.source() == EventSource.K8S_AUDIT;
        if (rule.judged() == RuleSubject.ACCOUNTS) {
            return new Column("ka.user.name", "glob");
        }
        return switch (key) {
            case NAMESPACE -> new Column(audit ? "ka.target.namespace" : "k8s.ns.name", "glob");
            case USER -> new Column(audit ? "ka.user.name" : "user.name", "glob");
            case PROCESS -> new Column("proc.name", "glob");
            case SERVICE_ACCOUNT -> new Column("jevt.value[" + podPath + "/serviceAccountName]", "glob");
            case IMAGE ->
                audit && rule.judged() == RuleSubject.PODS
                        ? new Column("jevt.value[" + policy.view().path() + "/spec]", "regex")
                        : new Column(
                                tagged(exception, rule).isEmpty() ? "container.image.repository" : "container.image",
                                tagged(exception, rule).equals(DIGEST) ? "regex" : "glob");
        };
    }

    /** System calls have the repository and the full reference in two fields. Before a digest there may be any tag. */
    private static String tagged(PolicyException exception, BoundRule rule) {
        return exception.match().image().stream()
                .filter(image -> rule.source() == EventSource.SYSCALL && !image.isRepository())
                .map(image -> image.tag().isPresent() ? "_reference" : DIGEST)
                .findFirst()
                .orElse("");
    }

    private static List<List<String>> product(List<List<String>> alternatives) {
        List<List<String>> rows = List.of(List.of());
        for (List<String> column : alternatives) {
            List<List<String>> longer = new ArrayList<>();
            for (List<String> row : rows) {
                for (String value : column) {
                    List<String> next = new ArrayList<>(row);
                    next.add(value);
                    longer.add(next);
                }
            }
            rows = longer;
        }
        return rows;
    }
}
