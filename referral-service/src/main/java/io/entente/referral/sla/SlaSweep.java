package io.entente.referral.sla;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Applies the due steps of all clocks, the longest overdue first. Each step is an ordinary change of one referral that is
 * written only if the referral's version is still the one that was read. Any number of sweeps, even if stopped or killed at
 * any point, therefore announce each step once, without a lease.
 *
 * @see <a href="../../../../../../../../docs/adr/0008-sla-clocks.md">ADR 8</a>
 */
public final class SlaSweep {

    private static final Logger LOG = LoggerFactory.getLogger(SlaSweep.class);

    /** The number of referral ids that are read at once. */
    public static final int ROUND = 200;

    /** After this many failed referrals a sweep ends, because the cause can't be the single referrals. */
    static final int MAX_FAILURES = 1_000;

    private final ClockedReferrals referrals;
    private final Clock clock;

    public SlaSweep(ClockedReferrals referrals, Clock clock) {
        this.referrals = referrals;
        this.clock = clock;
    }

    /**
     * The result of one sweep.
     *
     * @param due the referrals that were found
     * @param failed the referrals that are left to the next sweep
     * @param told the events of their clocks
     */
    public record Swept(int due, int failed, List<SlaEvent> told) {

        public Swept {
            told = List.copyOf(told);
        }
    }

    /**
     * Sweeps once. Steps that become due meanwhile are left to the next sweep.
     *
     * @param limit the maximum number of referrals to process
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

    /** A referral that can't be changed now must not delay the others. */
    private boolean advance(String referral, Instant now, List<SlaEvent> told) {
        try {
            told.addAll(referrals.advance(referral, now));
            return true;
        } catch (RuntimeException e) {
            LOG.warn("Could not process the clocks of {}; the next sweep tries again: {}", referral, e.toString());
            return false;
        }
    }
}
