package io.falconer.event.manifest;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The API server's names for the objects of a kind.
 *
 * @param group empty for the core group
 * @param version such as {@code v1}
 * @param kind such as {@code Deployment}
 * @param plural the name in URIs and in {@code objectRef.resource}, such as {@code deployments}
 * @param namespaced whether its objects have a namespace; true for most kinds that are not part of Kubernetes
 */
public record Resource(String group, String version, String kind, String plural, boolean namespaced) {
    private static final Set<String> CLUSTER_WIDE = Set.of(
            "/Namespace",
            "/Node",
            "/PersistentVolume",
            "/ComponentStatus",
            "admissionregistration.k8s.io/MutatingAdmissionPolicy",
            "admissionregistration.k8s.io/MutatingAdmissionPolicyBinding",
            "admissionregistration.k8s.io/MutatingWebhookConfiguration",
            "admissionregistration.k8s.io/ValidatingAdmissionPolicy",
            "admissionregistration.k8s.io/ValidatingAdmissionPolicyBinding",
            "admissionregistration.k8s.io/ValidatingWebhookConfiguration",
            "apiextensions.k8s.io/CustomResourceDefinition",
            "apiregistration.k8s.io/APIService",
            "authentication.k8s.io/SelfSubjectReview",
            "authentication.k8s.io/TokenReview",
            "authorization.k8s.io/SelfSubjectAccessReview",
            "authorization.k8s.io/SelfSubjectRulesReview",
            "authorization.k8s.io/SubjectAccessReview",
            "certificates.k8s.io/CertificateSigningRequest",
            "certificates.k8s.io/ClusterTrustBundle",
            "flowcontrol.apiserver.k8s.io/FlowSchema",
            "flowcontrol.apiserver.k8s.io/PriorityLevelConfiguration",
            "networking.k8s.io/IPAddress",
            "networking.k8s.io/IngressClass",
            "networking.k8s.io/ServiceCIDR",
            "node.k8s.io/RuntimeClass",
            "policy/PodSecurityPolicy",
            "rbac.authorization.k8s.io/ClusterRole",
            "rbac.authorization.k8s.io/ClusterRoleBinding",
            "resource.k8s.io/DeviceClass",
            "resource.k8s.io/ResourceSlice",
            "scheduling.k8s.io/PriorityClass",
            "storage.k8s.io/CSIDriver",
            "storage.k8s.io/CSINode",
            "storage.k8s.io/StorageClass",
            "storage.k8s.io/VolumeAttachment",
            "storage.k8s.io/VolumeAttributesClass",
            // not part of Kubernetes, but common
            "cert-manager.io/ClusterIssuer",
            "cilium.io/CiliumClusterwideNetworkPolicy",
            "crd.projectcalico.org/GlobalNetworkPolicy",
            "external-secrets.io/ClusterSecretStore",
            "gateway.networking.k8s.io/GatewayClass",
            "karpenter.sh/NodePool",
            "kyverno.io/ClusterPolicy",
            "metrics.k8s.io/NodeMetrics",
            "projectcalico.org/GlobalNetworkPolicy",
            "security.openshift.io/SecurityContextConstraints",
            "snapshot.storage.k8s.io/VolumeSnapshotClass",
            "snapshot.storage.k8s.io/VolumeSnapshotContent",
            "templates.gatekeeper.sh/ConstraintTemplate");

    /** Names that are not plurals of their kinds. */
    private static final Map<String, String> PLURALS = Map.of(
            "k8s.cni.cncf.io/NetworkAttachmentDefinition", "network-attachment-definitions",
            "metrics.k8s.io/NodeMetrics", "nodes",
            "metrics.k8s.io/PodMetrics", "pods",
            "security.openshift.io/SecurityContextConstraints", "securitycontextconstraints");

    private static final Pattern LIKE_CLASS = Pattern.compile("(s|x|z|ch|sh)$");
    private static final Pattern LIKE_POLICY = Pattern.compile("[^aeiou]y$");

    /** The resource of a manifest with this {@code apiVersion} ({@code v1}, {@code apps/v1}) and {@code kind}. */
    public static Resource of(String apiVersion, String kind) {
        int slash = apiVersion.indexOf('/');
        String group = slash < 0 ? "" : apiVersion.substring(0, slash);
        return new Resource(
                group,
                apiVersion.substring(slash + 1),
                kind,
                plural(group, kind),
                !CLUSTER_WIDE.contains(group + "/" + kind) && !group.equals("constraints.gatekeeper.sh"));
    }

    /** Group and version as in manifests. */
    public String apiVersion() {
        return group.isEmpty() ? version : group + "/" + version;
    }

    /** The {@code apiVersion} under which an API server of today stores such objects. */
    String currentVersion() {
        return OldVersion.of(apiVersion(), kind).map(OldVersion::replacement).orElse(apiVersion());
    }

    /** The same with the kind, such as {@code apps/v1/Deployment}. */
    String current() {
        return currentVersion() + "/" + kind;
    }

    /** The path of the collection in the API, within {@code namespace} if it is not empty. */
    String path(String namespace) {
        return (group.isEmpty() ? "/api/" : "/apis/")
                + apiVersion()
                + (namespace.isEmpty() ? "" : "/namespaces/" + namespace)
                + "/"
                + plural;
    }

    /**
     * The plural in English. Kubernetes' own guess (UnsafeGuessKindToResource of apimachinery) differs for kinds that are not its
     * own, such as Gateway; their definitions name them as the generators of custom resources do.
     */
    private static String plural(String group, String kind) {
        String singular = kind.toLowerCase(Locale.ROOT);
        String known = PLURALS.get(group + "/" + kind);
        if (known != null) {
            return known;
        }
        if (singular.endsWith("endpoints") || group.equals("constraints.gatekeeper.sh")) {
            return singular;
        }
        if (LIKE_CLASS.matcher(singular).find()) {
            return singular + "es";
        }
        return LIKE_POLICY.matcher(singular).find()
                ? singular.substring(0, singular.length() - 1) + "ies"
                : singular + "s";
    }
}
