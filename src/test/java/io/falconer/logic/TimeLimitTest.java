package io.falconer.logic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TimeLimitTest {
    private long now = 7;

    private TimeLimit limit(Duration time) {
        return new TimeLimit(time, () -> now);
    }

    @Test
    void isOverWhenTheTimeHasPassed() {
        TimeLimit limit = limit(Duration.ofNanos(100));
        now += 99;
        assertThat(limit.isOver()).isFalse();
        now++;
        assertThat(limit.isOver()).isTrue();
    }

    @Test
    void aPartBeginsNowWithWhatIsLeft() {
        TimeLimit limit = limit(Duration.ofSeconds(20));
        now += Duration.ofSeconds(5).toNanos();
        Deadline part = limit.part(3);
        assertThat(part.reason()).isEqualTo("out of time after 5 s");
        now += Duration.ofSeconds(5).toNanos() - 1;
        assertThat(part.isOver()).isFalse();
        now++;
        assertThat(part.isOver()).isTrue();
        assertThat(limit.isOver()).isFalse();
    }

    @Test
    void nothingThatIsLeftIsNoPart() {
        TimeLimit limit = limit(Duration.ofSeconds(20));
        now += Duration.ofSeconds(21).toNanos();
        assertThat(limit.part(2).isOver()).isTrue();
        assertThat(limit.part(2).reason()).isEqualTo("out of time after 20 s");
    }

    @Test
    void shortTimesHaveTenths() {
        assertThat(limit(Duration.ofMillis(2_540)).reason()).isEqualTo("out of time after 2.5 s");
        assertThat(limit(Duration.ofMillis(12_540)).reason()).isEqualTo("out of time after 13 s");
    }

    @Test
    void otherDeadlinesHaveNoParts() {
        Deadline none = Deadline.none();
        assertThat(none.isOver()).isFalse();
        assertThat(none.part(4)).isSameAs(none);
    }
}
