package io.falconer.lint;

import io.falconer.condition.Right.Text;
import io.falconer.field.EventSource;
import io.falconer.ruleset.Rule;
import io.falconer.text.Quotes;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Finds names of resources that audit events do not use: {@code pod}, {@code Pod}, {@code po}, {@code pods/exec}. */
final class ResourceNames {
    /** The resources of Kubernetes itself, each with its short names. */
    private static final List<String> BUILT_IN = List.of(
            "pods po",
            "services svc",
            "configmaps cm",
            "secrets",
            "namespaces ns",
            "nodes no",
            "serviceaccounts sa",
            "persistentvolumes pv",
            "persistentvolumeclaims pvc",
            "replicationcontrollers rc",
            "resourcequotas quota",
            "limitranges limits",
            "events ev",
            "podtemplates",
            "endpoints ep",
            "deployments deploy",
            "replicasets rs",
            "daemonsets ds",
            "statefulsets sts",
            "controllerrevisions",
            "jobs",
            "cronjobs cj",
            "horizontalpodautoscalers hpa",
            "poddisruptionbudgets pdb",
            "ingresses ing",
            "ingressclasses",
            "networkpolicies netpol",
            "roles",
            "rolebindings",
            "clusterroles",
            "clusterrolebindings",
            "storageclasses sc",
            "volumeattachments",
            "csidrivers",
            "csinodes",
            "customresourcedefinitions crd crds",
            "certificatesigningrequests csr",
            "mutatingwebhookconfigurations",
            "validatingwebhookconfigurations",
            "validatingadmissionpolicies",
            "priorityclasses pc",
            "runtimeclasses",
            "leases",
            "endpointslices");

    private static final Map<String, String> PLURALS = plurals();

    private ResourceNames() {}

    private static Map<String, String> plurals() {
        Map<String, String> plurals = new HashMap<>();
        for (String names : BUILT_IN) {
            String[] all = names.split(" ", -1);
            Arrays.stream(all).skip(1).forEach(name -> plurals.put(name, all[0]));
            plurals.put(singular(all[0]), all[0]);
        }
        return Map.copyOf(plurals);
    }

    private static String singular(String plural) {
        if (plural.endsWith("ies")) {
            return plural.substring(0, plural.length() - 3) + "y";
        }
        boolean isLong = plural.endsWith("sses");
        return plural.substring(0, plural.length() - (isLong ? 2 : 1));
    }

    static List<RuleFinding> of(Rule rule) {
        if (rule.source() != EventSource.K8S_AUDIT) {
            return List.of();
        }
        return SignedComparison.of(rule.condition()).stream()
                .filter(clause -> clause.isAbout("ka.target.resource") && clause.comparesWhole())
                .flatMap(clause -> clause.constants().stream().flatMap(constant -> finding(rule, constant).stream()))
                .limit(Findings.MOST)
                .toList();
    }

    private static Optional<RuleFinding> finding(Rule rule, Text constant) {
        return fix(constant.value()).map(hint -> RuleFinding.warning(
                        rule,
                        constant.span(),
                        "resource-name",
                        "audit events name resources in the plural and in lower case, never "
                                + Quotes.around(constant.value()))
                .withHint(hint));
    }

    private static Optional<String> fix(String name) {
        int slash = name.indexOf('/');
        if (slash > 0) {
            return Optional.of("write ka.target.resource = " + name.substring(0, slash)
                    + " and ka.target.subresource = " + name.substring(slash + 1));
        }
        String lower = name.toLowerCase(Locale.ROOT);
        return Optional.ofNullable(PLURALS.get(lower))
                .or(() -> lower.equals(name) ? Optional.empty() : Optional.of(lower))
                .map(plural -> "write \"" + plural + "\"");
    }
}
