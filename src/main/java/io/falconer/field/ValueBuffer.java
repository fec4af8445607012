package io.falconer.field;

import java.util.Optional;
import java.util.Set;

/**
 * The memory in which a part of Falco returns the value of a field until it returns the next one there. Falco marks such fields
 * ({@code EPF_NO_PTR_STABILITY}) and copies their values if it keeps them. Up to 0.43.0, it does not do so after
 * {@code exists}.
 *
 * <p>Plugins in Go (k8saudit, json) have a buffer for each of their fields, whatever its argument
 * ({@code plugin_extract_fields_sync} of plugin-sdk-go): recorded in {@code conformance-0.42/stale}, where {@code ka.verb} does
 * not disturb {@code ka.target.namespace}, and {@code jevt.value[/a]} disturbs {@code jevt.value[/b]}. Plugins in C++
 * (container) have one for all of their fields ({@code plugin_mixin_extraction.h} of plugin-sdk-cpp). The parameters of an
 * event share one too ({@code sinsp_evt::get_param_as_str}).
 *
 * @param name its unique name
 * @param movesForLonger whether a text that is longer than the previous one goes to other memory; the old content is then
 *     unknown
 */
public record ValueBuffer(String name, boolean movesForLonger) {
    private static final ValueBuffer CONTAINER = new ValueBuffer("container", false);
    private static final ValueBuffer PARAMETERS = new ValueBuffer("evt.arg", false);

    /** Fields made from several parameters, which are kept elsewhere. */
    private static final Set<String> COPIES = Set.of("evt.args", "evt.info");

    /** The buffer that a read of a field writes to. */
    public static Optional<ValueBuffer> of(String field) {
        int dot = field.indexOf('.');
        return switch (field.substring(0, Math.max(dot, 0))) {
            case "ka", "jevt", "json" -> Optional.of(new ValueBuffer(field, true));
            case "container", "k8s" -> Optional.of(CONTAINER);
            case "proc" -> field.startsWith("proc.is_container_") ? Optional.of(CONTAINER) : Optional.empty();
            case "evt" ->
                field.startsWith("evt.arg.") || Set.of("evt.arg", "evt.res").contains(field) || COPIES.contains(field)
                        ? Optional.of(PARAMETERS)
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** Whether the value of a field is kept in separate memory after it was read. */
    public static boolean isCopied(String field) {
        return of(field).isEmpty() || COPIES.contains(field);
    }
}
