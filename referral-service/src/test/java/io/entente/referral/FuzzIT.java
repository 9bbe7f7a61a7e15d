package io.entente.referral;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.testkit.RunningService;
import io.entente.testkit.fuzz.ApiFuzz;
import org.junit.jupiter.api.Test;

/** Requests that are nearly right. More of them, or others: {@code -Dfuzz.rounds=500 -Dfuzz.seed=7}. */
class FuzzIT {

    private static final int ROUNDS = 6;

    @Test
    void no_request_is_answered_with_a_failure() {
        try (RunningService service = RunningService.start(ReferralServiceApplication.service())) {
            int answers =
                    ApiFuzz.check(service, Long.getLong("fuzz.seed", 1L), Integer.getInteger("fuzz.rounds", ROUNDS));
            assertThat(answers).isGreaterThanOrEqualTo(ROUNDS);
        }
    }
}
