package io.entente.platform.web.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.web.ErrorResponseException;

class HourlyAllowanceTest {

    private final AtomicLong nanos = new AtomicLong();
    private final HourlyAllowance allowance = new HourlyAllowance(3, 2, nanos::get);

    @Test
    void the_fourth_in_an_hour_is_refused_until_a_part_has_come_back_and_others_are_not_affected() {
        for (int i = 0; i < 3; i++) {
            allowance.take("a");
        }
        assertThatThrownBy(() -> allowance.take("a")).isInstanceOfSatisfying(ErrorResponseException.class, refused -> {
            assertThat(refused.getStatusCode().value()).isEqualTo(429);
            assertThat(refused.getHeaders().getFirst("Retry-After")).isEqualTo("1201");
            assertThat(refused.getBody().getDetail()).doesNotContain("\"a\"");
        });
        allowance.take("b");

        nanos.addAndGet(TimeUnit.MINUTES.toNanos(20));
        allowance.take("a");
        assertThatThrownBy(() -> allowance.take("a")).isInstanceOf(ErrorResponseException.class);
    }
}
