package io.entente.partner.partnership.commands;

import io.entente.partner.partnership.PartnerId;
import io.entente.partner.partnership.Partners;
import io.entente.platform.domain.Actor;
import io.entente.platform.domain.Decision;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** Reminds whoever is responsible on the day on which a pause has to be looked at again. A run costs what is due. */
public final class RemindOfPauses {

    private static final int MAX_AT_ONCE = 100;

    private final Partners partners;
    private final ZoneId zone;
    private final Clock clock;

    /** @param zone of the program's days */
    public RemindOfPauses(Partners partners, ZoneId zone, Clock clock) {
        this.partners = partners;
        this.zone = zone;
        this.clock = clock;
    }

    /** Several instances can run it at the same time. Each pause is announced once. */
    public void run() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        List<PartnerId> due = partners.pausesToReview(today, MAX_AT_ONCE);
        while (!due.isEmpty()) {
            due.forEach(id -> remind(id, today));
            due = partners.pausesToReview(today, MAX_AT_ONCE);
        }
    }

    private void remind(PartnerId id, LocalDate today) {
        partners.change(id, partner -> Decision.allowed(partner.remindOfPause(today, Actor.SYSTEM, clock.instant())));
    }
}
