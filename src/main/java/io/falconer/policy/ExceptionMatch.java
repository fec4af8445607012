package io.falconer.policy;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What an exception applies to; all that is given must hold. */
public record ExceptionMatch(
        Optional<ImagePattern> image,
        Optional<String> namespace,
        Optional<String> user,
        Optional<String> serviceAccount,
        Optional<String> process) {

    /** A key of an exception's match. */
    public enum Key {
        IMAGE("image"),
        NAMESPACE("namespace"),
        USER("user"),
        SERVICE_ACCOUNT("serviceAccount"),
        PROCESS("process");

        /** What audit events of pods tell. */
        static final List<Key> OF_PODS = List.of(IMAGE, NAMESPACE, USER, SERVICE_ACCOUNT);
        /** What system calls tell. */
        static final List<Key> OF_PROCESSES = List.of(IMAGE, NAMESPACE, USER, PROCESS);

        private final String id;

        Key(String id) {
            this.id = id;
        }

        /** As policies spell it. */
        public String id() {
            return id;
        }

        /** As names of exceptions spell it: {@code service_account}. */
        public String snake() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The keys that are given. */
    public Set<Key> keys() {
        Set<Key> keys = EnumSet.noneOf(Key.class);
        image.ifPresent(i -> keys.add(Key.IMAGE));
        namespace.ifPresent(n -> keys.add(Key.NAMESPACE));
        user.ifPresent(u -> keys.add(Key.USER));
        serviceAccount.ifPresent(s -> keys.add(Key.SERVICE_ACCOUNT));
        process.ifPresent(p -> keys.add(Key.PROCESS));
        return keys;
    }
}
