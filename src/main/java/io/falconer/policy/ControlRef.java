package io.falconer.policy;

import java.util.Optional;

/** A control, or one of its checks, that an exception names: {@code Kind} or {@code Kind/check}. */
public record ControlRef(String kind, Optional<String> check) {
    /** Whether it covers the check of the control. */
    public boolean covers(String controlKind, String checkName) {
        return kind.equals(controlKind) && check.map(checkName::equals).orElse(true);
    }

    /** The form in policies. */
    @Override
    public String toString() {
        return kind + check.map(name -> "/" + name).orElse("");
    }
}
