package io.falconer.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconer.verify.Decision.Never;
import io.falconer.verify.Decision.Open;
import io.falconer.verify.Decision.Shown;
import org.junit.jupiter.api.Test;

class DecisionTest {
    @Test
    void whatWasFoundIsKeptWhenALaterTryRunsOutOfTime() {
        Decision first = new Decision(new Shown("{}"), new Open("out of time"));
        assertThat(first.completedBy(Decision.open("too late")))
                .isEqualTo(new Decision(new Shown("{}"), new Open("too late")));
        assertThat(first.completedBy(new Decision(new Open("too late"), new Never())))
                .isEqualTo(new Decision(new Shown("{}"), new Never()));
        assertThat(Decision.open("out of time")
                        .completedBy(new Decision(new Never(), new Never()))
                        .isProved())
                .isTrue();
    }
}
