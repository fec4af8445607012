package io.falconer.event.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RbacTest {
    private static final String OBJECT =
            "{apiVersion: rbac.authorization.k8s.io/v1, kind: %s, metadata: {name: b, namespace: shop}, %s}";

    @ParameterizedTest
    @CsvSource({
        "Role, /namespaces/shop/roles, true",
        "ClusterRole, /clusterroles, false",
        "RoleBinding, /namespaces/shop/rolebindings, true",
        "ClusterRoleBinding, /clusterrolebindings, false"
    })
    void uriAndReferenceSayWhetherTheKindIsClusterWide(String kind, String path, boolean namespaced) {
        String body = kind.endsWith("Binding") ? "roleRef: {kind: ClusterRole, name: view}" : "rules: []";
        JsonNode event = event(kind, body);
        assertThat(event.path("requestURI").asText()).startsWith("/apis/rbac.authorization.k8s.io/v1" + path + "?");
        assertThat(event.path("objectRef").has("namespace")).isEqualTo(namespaced);
    }

    @ParameterizedTest
    @CsvSource({"RoleBinding", "ClusterRoleBinding"})
    void theResponseNamesTheGroupsThatTheRequestLeftOut(String kind) {
        JsonNode event = event(kind, """
                roleRef: {kind: ClusterRole, name: view},
                subjects: [
                  {kind: User, name: jane},
                  {kind: Group, name: ops, apiGroup: ""},
                  {kind: ServiceAccount, name: default, namespace: shop}]
                """);
        assertThat(event.at("/requestObject/roleRef").has("apiGroup")).isFalse();
        assertThat(event.at("/responseObject/roleRef/apiGroup").asText()).isEqualTo("rbac.authorization.k8s.io");
        JsonNode subjects = event.at("/responseObject/subjects");
        assertThat(subjects.at("/0/apiGroup").asText()).isEqualTo("rbac.authorization.k8s.io");
        assertThat(subjects.at("/1/apiGroup").asText()).isEqualTo("rbac.authorization.k8s.io");
        assertThat(subjects.at("/2").has("apiGroup")).isFalse();
    }

    @Test
    void rulesStayAsTheyAre() {
        String rules = "rules: [{apiGroups: [\"\"], resources: [pods, pods/exec], verbs: [\"*\"]}]";
        assertThat(event("Role", rules).at("/responseObject/rules"))
                .hasToString("[{\"apiGroups\":[\"\"],\"resources\":[\"pods\",\"pods/exec\"],\"verbs\":[\"*\"]}]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Role | rules: ^{} | manifest-wrong-type: rules must be a list, not a mapping",
                "Role | rules: [{verbs: ^get}] | manifest-wrong-type: rules[0].verbs must be a list, not \"get\"",
                "Role | rules: [{verbs: [^1]}] | manifest-wrong-type: rules[0].verbs[0] must be a text, not 1",
                "RoleBinding | subjects: [] | manifest-missing-key: the RoleBinding has no roleRef",
                "RoleBinding | roleRef: {^name: r} | manifest-missing-key: roleRef has no kind",
                "RoleBinding | roleRef: {^kind: Role} | manifest-missing-key: roleRef has no name",
                "RoleBinding | roleRef: {kind: ^role, name: r} | manifest-invalid: roleRef.kind must be Role or ClusterRole, not \"role\"",
                "ClusterRoleBinding | roleRef: {kind: ^Role, name: r} | manifest-invalid: roleRef.kind must be ClusterRole, not \"Role\"",
                "RoleBinding | roleRef: {kind: Role, name: r, apiGroup: ^v1} | manifest-invalid: roleRef.apiGroup must be rbac.authorization.k8s.io, not \"v1\"",
                "RoleBinding | roleRef: {kind: Role, name: r}, subjects: [{^name: s}] | manifest-missing-key: subjects[0] has no kind",
                "RoleBinding | roleRef: {kind: Role, name: r}, subjects: [{^kind: User}] | manifest-missing-key: subjects[0] has no name",
                "RoleBinding | roleRef: {kind: Role, name: r}, subjects: [{kind: ^Robot, name: s}] | manifest-invalid: subjects[0].kind must be User or Group or ServiceAccount, not \"Robot\"",
                "RoleBinding | roleRef: {kind: Role, name: r}, subjects: [{kind: ServiceAccount, name: s, apiGroup: ^v1}] | manifest-invalid: subjects[0].apiGroup cannot be \"v1\" for a ServiceAccount",
                "ClusterRoleBinding | roleRef: {kind: ClusterRole, name: r}, subjects: [{^kind: ServiceAccount, name: s}] | manifest-missing-key: subjects[0] has no namespace",
            })
    void whatTheServerWouldRefuseIsReportedWhereItStands(String kind, String body, String problem) {
        String text = OBJECT.formatted(kind, body);
        Manifest.assertProblem(text.contains("^") ? text : text.replace("kind: RoleB", "kind: ^RoleB"), problem);
    }

    @Test
    void aRoleBindingMayNameAServiceAccountOfItsOwnNamespace() {
        String body = "roleRef: {kind: Role, name: r}, subjects: [{kind: ServiceAccount, name: s}]";
        assertThat(Manifest.problems(OBJECT.formatted("RoleBinding", body))).isEmpty();
    }

    private static JsonNode event(String kind, String body) {
        AuditOptions options = AuditOptions.at(Instant.parse("2026-03-01T10:00:00Z"));
        return Manifest.json(AuditEvents.of(Manifest.objects(OBJECT.formatted(kind, body)), options)
                .getFirst());
    }
}
