package io.entente.partner.tiers;

import io.entente.partner.partnership.PartnerId;
import io.entente.partner.partnership.Partners;
import io.entente.platform.domain.Decision;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** Puts partners into the tier that was decided for the day. A run costs what is due. */
public final class BeginTiers {

    private static final int MAX_AT_ONCE = 100;

    private final Partners partners;
    private final ZoneId zone;
    private final Clock clock;

    /** @param zone of the program's days */
    public BeginTiers(Partners partners, ZoneId zone, Clock clock) {
        this.partners = partners;
        this.zone = zone;
        this.clock = clock;
    }

    /** Several instances can run it at the same time. */
    public void run() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        List<PartnerId> due = partners.tierChangesDue(today, MAX_AT_ONCE);
        while (!due.isEmpty()) {
            due.forEach(id -> partners.change(id, partner -> Decision.allowed(partner.reach(today))));
            due = partners.tierChangesDue(today, MAX_AT_ONCE);
        }
    }
}
