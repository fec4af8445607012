package io.falconer.exception;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the comment at a value of an exception says. The parts are separated by semicolons, as in the files that {@code generate}
 * writes: {@code legacy: moves to its own account; owner jane@example.com; valid until 2027-03-31}.
 *
 * @param reason the other parts; empty if there are none
 */
record ValueReason(String reason, Optional<String> owner, Optional<LocalDate> expires) {
    private static final Pattern OWNER = Pattern.compile("(?i)owner:? +(.+)");
    private static final Pattern END =
            Pattern.compile("(?i)(?:valid until|expires(?: on)?|until):? +([0-9]{4}-[0-9]{2}-[0-9]{2})");

    static ValueReason of(String comment) {
        List<String> reason = new ArrayList<>();
        Optional<String> owner = Optional.empty();
        Optional<LocalDate> expires = Optional.empty();
        for (String part : comment.strip().split(" *; *", -1)) {
            Matcher named = OWNER.matcher(part);
            Optional<LocalDate> day = day(part);
            if (named.matches()) {
                owner = Optional.of(named.group(1));
            } else if (day.isPresent()) {
                expires = day;
            } else if (!part.isEmpty()) {
                reason.add(part);
            }
        }
        return new ValueReason(String.join("; ", reason), owner, expires);
    }

    private static Optional<LocalDate> day(String part) {
        Matcher end = END.matcher(part);
        try {
            return end.matches() ? Optional.of(LocalDate.parse(end.group(1))) : Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.empty(); // 2027-02-31 is a part of the reason
        }
    }
}
