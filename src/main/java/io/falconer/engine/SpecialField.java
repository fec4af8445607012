package io.falconer.engine;

import io.falconer.field.Field;
import java.util.Optional;

/** Fields that compare in ways of their own (section 3.4); several values stand for both ends, or for all ancestors. */
public enum SpecialField {
    /** {@code fd.ip}: either end equals, both ends differ; never {@code in} a list. */
    IP,
    /** {@code fd.port}: like {@code fd.ip}, and either end is less or greater. */
    PORT,
    /** {@code fd.net}: like {@code fd.ip}, but of several networks Falco looks at the first. */
    NET,
    /** {@code proc.aname} and its kin without an index: some ancestor. */
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
