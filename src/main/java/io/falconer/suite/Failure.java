package io.falconer.suite;

import io.falconer.engine.Alert;
import io.falconer.text.Location;
import java.util.List;
import java.util.Optional;

/** One way in which the result differs from the expectation. */
public sealed interface Failure {
    /** The rule that it concerns. */
    String rule();

    /** The place of the expectation; empty for counter-fixtures, which are not in a file. */
    Optional<Location> place();

    /** The differences, each with expected and actual value. */
    List<Difference> differences();

    /** The rule had to fire and did not, with the reason for each event. */
    record StayedSilent(String rule, Optional<Location> place, List<Difference> differences, List<Silence> silences)
            implements Failure {
        public StayedSilent {
            differences = List.copyOf(differences);
            silences = List.copyOf(silences);
        }
    }

    /** The rule fired, but no alert matches. {@code closest} is an alert with the fewest differences. */
    record FiredOtherwise(String rule, Optional<Location> place, List<Difference> differences, Alert closest)
            implements Failure {
        public FiredOtherwise {
            differences = List.copyOf(differences);
        }
    }

    /** The rule fired as expected, but more or less often. If it fired less often, the reason for each of the other events. */
    record FiredTimes(
            String rule,
            Optional<Location> place,
            List<Difference> differences,
            List<Alert> alerts,
            List<Silence> silences)
            implements Failure {
        public FiredTimes {
            differences = List.copyOf(differences);
            alerts = List.copyOf(alerts);
            silences = List.copyOf(silences);
        }
    }

    /** The rule fired where it had to stay silent; with the exceptions that nearly kept it so. */
    record FiredUnasked(
            String rule,
            Optional<Location> place,
            List<Difference> differences,
            List<Alert> alerts,
            List<NearMiss> nearMisses)
            implements Failure {
        public FiredUnasked {
            differences = List.copyOf(differences);
            alerts = List.copyOf(alerts);
            nearMisses = List.copyOf(nearMisses);
        }
    }
}
