package io.entente.partner.onboarding;

import io.entente.platform.domain.Decision;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** Reminds the owners of steps whose due dates have passed. A run costs what is due. */
public final class RemindOfSteps {

    private static final int MAX_AT_ONCE = 100;

    private final Onboardings onboardings;
    private final ZoneId zone;
    private final Clock clock;

    /** @param zone of the program's days */
    public RemindOfSteps(Onboardings onboardings, ZoneId zone, Clock clock) {
        this.onboardings = onboardings;
        this.zone = zone;
        this.clock = clock;
    }

    /** Several instances can run it at the same time. Each step is announced once. */
    public void run() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        List<String> due = onboardings.toRemind(today, MAX_AT_ONCE);
        while (!due.isEmpty()) {
            due.forEach(id -> remind(id, today));
            due = onboardings.toRemind(today, MAX_AT_ONCE);
        }
    }

    private void remind(String id, LocalDate today) {
        onboardings.change(id, onboarding -> Decision.allowed(onboarding.remind(today, clock.instant())));
    }
}
