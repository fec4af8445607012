package io.falconer.event.manifest;

import java.time.Instant;
import java.util.Optional;

/**
 * Who sends the manifests, what happens with them, and when.
 *
 * @param user the name in {@code user.username}
 * @param namespace the namespace of all namespaced objects; empty: the namespace in the manifest, otherwise {@code default}
 * @param verb the verb of the requests
 * @param validation what the client wants the server to do with unknown fields
 * @param view how much the events show
 * @param instant the time of the first request; each later one comes a hundredth of a second after the previous one
 */
public record AuditOptions(
        String user,
        Optional<String> namespace,
        Verb verb,
        FieldValidation validation,
        AuditView view,
        Instant instant) {
    /** The user that kubeadm gives a cluster's first administrator. */
    public static final String ADMINISTRATOR = "kubernetes-admin";

    /** The administrator creates the objects at {@code instant}, and the log shows everything. */
    public static AuditOptions at(Instant instant) {
        return new AuditOptions(
                ADMINISTRATOR, Optional.empty(), Verb.CREATE, FieldValidation.STRICT, AuditView.ADMITTED, instant);
    }

    public AuditOptions withUser(String name) {
        return new AuditOptions(name, namespace, verb, validation, view, instant);
    }

    public AuditOptions withNamespace(String name) {
        return new AuditOptions(user, Optional.of(name), verb, validation, view, instant);
    }

    public AuditOptions withVerb(Verb what) {
        return new AuditOptions(user, namespace, what, validation, view, instant);
    }

    public AuditOptions withValidation(FieldValidation how) {
        return new AuditOptions(user, namespace, verb, how, view, instant);
    }

    public AuditOptions withView(AuditView how) {
        return new AuditOptions(user, namespace, verb, validation, how, instant);
    }
}
