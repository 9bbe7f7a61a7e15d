package io.entente.commission.commissions.release;

import io.entente.commission.commissions.Commission;
import io.entente.commission.commissions.CommissionLife;
import io.entente.commission.commissions.Portion.State;
import io.entente.commission.commissions.ProgramCalendar;
import io.entente.commission.commissions.ReleaseIndex;
import io.entente.commission.commissions.ReleaseIndex.Due;
import io.entente.commission.commissions.ReleaseIndex.Marked;
import io.entente.platform.runtime.TransientFailures;
import java.time.LocalDate;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes payable what has become due. Costs what is due: entries of days to come aren't read, and what is kept back leaves the
 * index until its hold is lifted. Several instances may sweep at once; each release happens once. One commission that can't be
 * released holds up no other, and is tried again with the next sweep.
 */
public final class ReleaseSweep {

    private static final Logger LOG = LoggerFactory.getLogger(ReleaseSweep.class);

    /** Commissions read at once. */
    private static final int BLOCK_COMMISSIONS = 200;

    private static final String ACTOR = "system";

    private final ReleaseIndex index;
    private final CommissionLife life;
    private final ProgramCalendar calendar;

    public ReleaseSweep(ReleaseIndex index, CommissionLife life, ProgramCalendar calendar) {
        this.index = index;
        this.life = life;
        this.calendar = calendar;
    }

    /**
     * Releases all that is due today.
     *
     * @return how many commissions were looked at
     */
    public long sweep() {
        LocalDate today = calendar.today();
        long seen = 0;
        Due after = null;
        List<Marked<Due>> block;
        do {
            block = index.due(today, after, BLOCK_COMMISSIONS);
            for (Marked<Due> entry : block) {
                after = entry.entry();
                attempt(entry, today);
            }
            seen += block.size();
        } while (block.size() == BLOCK_COMMISSIONS);
        return seen;
    }

    private void attempt(Marked<Due> entry, LocalDate today) {
        try {
            release(entry, today);
        } catch (RuntimeException failure) {
            if (TransientFailures.isTransient(failure)) {
                throw failure;
            }
            LOG.error(
                    "Commission {} is due and can't be released", entry.entry().commission(), failure);
        }
    }

    private void release(Marked<Due> entry, LocalDate today) {
        boolean settled = life.change(entry.entry().commission(), commission -> Release.due(commission, today, ACTOR))
                .map(commission -> isSettled(commission, today))
                .orElse(true);
        if (settled) {
            index.removeDue(entry);
        }
    }

    /** Nothing is left to release by that day, or it is kept back, in which case lifting the hold makes a new entry. */
    private static boolean isSettled(Commission commission, LocalDate today) {
        return commission.isHeld()
                || commission.portions().stream()
                        .noneMatch(portion -> portion.state() == State.PENDING
                                && !portion.dueOn().isAfter(today));
    }
}
