package io.falconer.policy;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What an exception applies to. All given keys must match. */
public record ExceptionMatch(
        Optional<ImagePattern> image,
        Optional<String> namespace,
        Optional<String> user,
        Optional<String> serviceAccount,
        Optional<String> process) {

    /** The given keys. */
    public Set<ExceptionKey> keys() {
        Set<ExceptionKey> keys = EnumSet.noneOf(ExceptionKey.class);
        image.ifPresent(i -> keys.add(ExceptionKey.IMAGE));
        namespace.ifPresent(n -> keys.add(ExceptionKey.NAMESPACE));
        user.ifPresent(u -> keys.add(ExceptionKey.USER));
        serviceAccount.ifPresent(s -> keys.add(ExceptionKey.SERVICE_ACCOUNT));
        process.ifPresent(p -> keys.add(ExceptionKey.PROCESS));
        return keys;
    }
}
