package io.falconer.meaning;

import io.falconer.language.Texts;
import io.falconer.language.TooLarge;
import io.falconer.model.Statement;
import io.falconer.policy.TemplateControl;
import java.util.List;
import java.util.Optional;

/** What the checks of WorkloadSecurity forbid a container, as far as no setting of the pod plays a part. */
final class WorkloadMeaning {
    private static final String KIND = "WorkloadSecurity";
    private static final List<String> FAMILIES =
            List.of(ContainerCheck.CONTAINERS, ContainerCheck.INIT, ContainerCheck.EPHEMERAL);

    private WorkloadMeaning() {}

    /** What a check forbids; empty if it has no meaning here yet. */
    static Optional<ContainerCheck> of(TemplateControl control, String check) throws TooLarge {
        if (!control.kind().equals(KIND)) {
            return Optional.empty();
        }
        return switch (check) {
            case "privileged" -> Optional.of(isTrue("privileged", true));
            case "readOnlyRootFilesystem" -> Optional.of(isTrue("readOnlyRootFilesystem", false));
            default -> Optional.empty();
        };
    }

    /** A setting is true although it must not be, or is not although it must. A setting that is null or absent is false. */
    private static ContainerCheck isTrue(String key, boolean forbidden) throws TooLarge {
        var on = Texts.of(List.of("true"));
        return new ContainerCheck(FAMILIES, (spec, container) -> {
            Statement set = new Statement.Within(container.at("securityContext", key), on);
            return forbidden ? set : Statement.not(set);
        });
    }
}
