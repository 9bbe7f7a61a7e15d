package io.entente.referral.sla;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes what is due on all clocks, longest due first. Each step is an ordinary change of one referral over the version it was
 * read at, so that any number of sweeps, stopped or killed anywhere, tell each thing once; no lease is needed for that.
 *
 * @see <a href="../../../../../../../../docs/adr/0008-sla-clocks.md">ADR 8</a>
 */
public final class SlaSweep {

    private static final Logger LOG = LoggerFactory.getLogger(SlaSweep.class);

    /** Referrals asked for at once: their ids. */
    public static final int ROUND = 200;

    /** Referrals that fail in one sweep before it is given up: by then it isn't they that are ill. */
    static final int MAX_FAILURES = 1_000;

    private final ClockedReferrals referrals;
    private final Clock clock;

    public SlaSweep(ClockedReferrals referrals, Clock clock) {
        this.referrals = referrals;
        this.clock = clock;
    }

    /**
     * What one sweep did.
     *
     * @param due referrals found
     * @param failed referrals that are left to the next sweep
     * @param told what happened on their clocks
     */
    public record Swept(int due, int failed, List<SlaEvent> told) {

        public Swept {
            told = List.copyOf(told);
        }
    }

    /**
     * Sweeps once. What comes due meanwhile is left to the next.
     *
     * @param limit at most this many referrals
     */
    public Swept sweep(int limit) {
        Instant now = clock.instant();
        List<SlaEvent> told = new ArrayList<>();
        int due = 0;
        int failed = 0;
        while (due < limit && failed < MAX_FAILURES && !Thread.currentThread().isInterrupted()) {
            List<String> round = referrals.due(now, failed, Math.min(ROUND, limit - due));
            for (String referral : round) {
                failed += advance(referral, now, told) ? 0 : 1;
            }
            due += round.size();
            if (round.size() < ROUND) {
                break;
            }
        }
        return new Swept(due, failed, told);
    }

    /** One that can't be changed now must not hold up the others. */
    private boolean advance(String referral, Instant now, List<SlaEvent> told) {
        try {
            told.addAll(referrals.advance(referral, now));
            return true;
        } catch (RuntimeException e) {
            LOG.warn("Clocks of {} are left to the next sweep: {}", referral, e.toString());
            return false;
        }
    }
}
