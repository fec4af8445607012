package io.falconer.engine;

import io.falconer.field.Field;
import java.util.Optional;

/** Fields with special comparisons (section 3.4). Several values represent both ends, or all ancestors. */
public enum SpecialField {
    /** {@code fd.ip}: either end equals, both ends differ; never {@code in} a list. */
    IP,
    /** {@code fd.port}: like {@code fd.ip}, and either end is less or greater. */
    PORT,
    /** {@code fd.net}: like {@code fd.ip}, but Falco uses only the first of several networks. */
    NET,
    /** {@code proc.aname} and similar fields without an index: one of the ancestors. */
    ANCESTOR;

    /** How the field compares, if not like others. */
    public static Optional<SpecialField> of(Field field) {
        return switch (field.name()) {
            case "fd.ip" -> Optional.of(IP);
            case "fd.port" -> Optional.of(PORT);
            case "fd.net" -> Optional.of(NET);
            case "proc.aname", "proc.aexe", "proc.aexepath", "proc.acmdline", "proc.apid", "proc.aenv" ->
                Optional.of(ANCESTOR);
            default -> Optional.empty();
        };
    }
}
