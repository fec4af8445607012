package io.falconer.event.manifest;

import java.time.Instant;
import java.util.Optional;

/**
 * Who sends the manifests, what for and when.
 *
 * @param user the name in {@code user.username}
 * @param namespace where namespaced objects go, whatever their manifests say; empty: the manifest's, else {@code default}
 * @param verb what is done with the objects
 * @param view how much the events show
 * @param instant when the first request arrives; each later one comes a hundredth of a second after the one before
 */
public record AuditOptions(String user, Optional<String> namespace, Verb verb, AuditView view, Instant instant) {
    /** The user that kubeadm gives a cluster's first administrator. */
    public static final String ADMINISTRATOR = "kubernetes-admin";

    /** The administrator creates the objects at {@code instant}, logged with all there is to see. */
    public static AuditOptions at(Instant instant) {
        return new AuditOptions(ADMINISTRATOR, Optional.empty(), Verb.CREATE, AuditView.ADMITTED, instant);
    }

    public AuditOptions withUser(String name) {
        return new AuditOptions(name, namespace, verb, view, instant);
    }

    public AuditOptions withNamespace(String name) {
        return new AuditOptions(user, Optional.of(name), verb, view, instant);
    }

    public AuditOptions withVerb(Verb what) {
        return new AuditOptions(user, namespace, what, view, instant);
    }

    public AuditOptions withView(AuditView how) {
        return new AuditOptions(user, namespace, verb, how, instant);
    }
}
