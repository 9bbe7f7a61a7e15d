package io.entente.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SampleTest {

    @Test
    void the_median_of_the_rounds_is_reported() {
        assertThat(Sample.of(3, 1, 100).median()).isEqualTo(3);
        assertThat(Sample.of(4, 1, 2, 100).median()).isEqualTo(3);
        assertThat(Sample.of(7).median()).isEqualTo(7);
    }

    @Test
    void the_lowest_and_highest_rounds_are_shown() {
        assertThat(Sample.of(0.41, 0.97, 0.43).percent()).isEqualTo("**43 %** (41 – 97)");
        assertThat(Sample.of(18_400, 17_900.4, 18_600).perSecond()).isEqualTo("18,400 (17,900 – 18,600)");
    }

    @Test
    void a_sample_without_values_is_refused() {
        assertThatThrownBy(Sample::of).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_rate_is_per_second() {
        assertThat(Stopwatch.rate(500, TimeUnit.MILLISECONDS.toNanos(250))).isEqualTo(2_000);
    }
}
