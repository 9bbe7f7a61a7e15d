package io.entente.platform.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class OptimisticRetryTest {

    private int attempts;

    @Test
    void an_operation_without_conflict_runs_once() {
        String result = OptimisticRetry.retryOnConflict(() -> succeedsAtAttempt(1));

        assertThat(result).isEqualTo("attempt 1");
        assertThat(attempts).isEqualTo(1);
    }

    @Test
    void a_conflict_runs_the_whole_operation_again() {
        String result = OptimisticRetry.retryOnConflict(() -> succeedsAtAttempt(3));

        assertThat(result).isEqualTo("attempt 3");
        assertThat(attempts).isEqualTo(3);
    }

    @Test
    void the_last_permitted_attempt_may_still_succeed() {
        String result = OptimisticRetry.retryOnConflict(() -> succeedsAtAttempt(OptimisticRetry.MAX_ATTEMPTS));

        assertThat(result).isEqualTo("attempt 10");
    }

    @Test
    void an_operation_that_always_loses_fails_with_its_last_conflict() {
        assertThatThrownBy(() -> OptimisticRetry.retryOnConflict(() -> succeedsAtAttempt(Integer.MAX_VALUE)))
                .isInstanceOf(ConcurrentUpdateException.class)
                .hasMessage("lost attempt 10");
        assertThat(attempts).isEqualTo(OptimisticRetry.MAX_ATTEMPTS);
    }

    @Test
    void the_caller_may_set_the_number_of_attempts() {
        assertThatThrownBy(() -> OptimisticRetry.retryOnConflict(2, () -> succeedsAtAttempt(3)))
                .isInstanceOf(ConcurrentUpdateException.class);
        assertThat(attempts).isEqualTo(2);
    }

    @Test
    void another_failure_is_not_retried() {
        assertThatThrownBy(() -> OptimisticRetry.retryOnConflict(() -> {
                    attempts++;
                    throw new IllegalArgumentException("bad");
                }))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(attempts).isEqualTo(1);
    }

    private String succeedsAtAttempt(int successful) {
        attempts++;
        if (attempts < successful) {
            throw new ConcurrentUpdateException("lost attempt " + attempts);
        }
        return "attempt " + attempts;
    }
}
