package io.falconer.suite;

import io.falconer.engine.Alert;
import io.falconer.text.Location;
import java.util.List;
import java.util.Optional;

/** One way in which what happened differs from what was expected. */
public sealed interface Failure {
    /** The rule it is about. */
    String rule();

    /** Where the expectation stands; empty for counter-fixtures, which no file holds. */
    Optional<Location> place();

    /** What differs, expected and actual side by side. */
    List<Difference> differences();

    /** The rule was to fire and did not; for each event the reason. */
    record StayedSilent(String rule, Optional<Location> place, List<Difference> differences, List<Silence> silences)
            implements Failure {
        public StayedSilent {
            differences = List.copyOf(differences);
            silences = List.copyOf(silences);
        }
    }

    /** The rule fired, but no alert is as expected; of {@code closest} the fewest things differ. */
    record FiredOtherwise(String rule, Optional<Location> place, List<Difference> differences, Alert closest)
            implements Failure {
        public FiredOtherwise {
            differences = List.copyOf(differences);
        }
    }

    /** The rule fired as expected, but more or less often; where it was less, for each of the other events the reason. */
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

    /** The rule fired where it was to stay silent; with the exceptions that nearly kept it so. */
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
