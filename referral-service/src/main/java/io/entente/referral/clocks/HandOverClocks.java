package io.entente.referral.clocks;

import io.entente.referral.partners.KnownPartner;
import io.entente.referral.partners.TeamFollowers;
import io.entente.referral.referral.TermsInForce;
import io.entente.referral.sla.Promises;
import io.entente.referral.sla.SlaClock;
import io.entente.referral.sla.SlaKind;
import io.entente.referral.sla.SlaState;
import java.time.Clock;
import java.util.List;

/**
 * Hands escalated promises to the new people of a partner's team. It costs what is overdue at the time. Promises that aren't escalated
 * yet need nothing: their escalation asks for the person at that time.
 */
public final class HandOverClocks implements TeamFollowers {

    /** The number of referrals that are read at once. */
    static final int ROUND = 200;

    private final EscalatedClocks clocks;
    private final TermsInForce terms;
    private final Clock clock;

    public HandOverClocks(EscalatedClocks clocks, TermsInForce terms, Clock clock) {
        this.clocks = clocks;
        this.terms = terms;
        this.clock = clock;
    }

    @Override
    public void teamChanged(KnownPartner now) {
        Promises promises = terms.of(now).promises();
        for (SlaKind kind : SlaKind.values()) {
            handOver(now.id(), SlaClock.openKey(kind, SlaState.BREACHED), promises);
        }
    }

    private void handOver(String partnerId, String openKey, Promises promises) {
        List<String> found = clocks.of(partnerId, openKey, null, ROUND);
        while (!found.isEmpty()) {
            found.forEach(referral -> clocks.follow(referral, promises, clock.instant()));
            found = found.size() < ROUND
                    ? List.of()
                    : clocks.of(partnerId, openKey, found.get(found.size() - 1), ROUND);
        }
    }
}
