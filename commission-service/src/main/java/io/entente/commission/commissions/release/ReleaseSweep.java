package io.entente.commission.commissions.release;

import io.entente.commission.commissions.Commission;
import io.entente.commission.commissions.CommissionLife;
import io.entente.commission.commissions.Portion.State;
import io.entente.commission.commissions.ProgramCalendar;
import io.entente.commission.commissions.ReleaseIndex;
import io.entente.commission.commissions.ReleaseIndex.Due;
import io.entente.commission.commissions.ReleaseIndex.Marked;
import io.entente.platform.domain.Actor;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes payable what has become due. The cost grows only with what is due: entries of later days aren't read, and
 * commission on hold is not in the index until its hold is lifted. Several instances may sweep at the same time, and
 * each release still happens once. A commission that can't be released does not stop the others, and the next sweep
 * tries it again.
 */
public final class ReleaseSweep {

    private static final Logger LOG = LoggerFactory.getLogger(ReleaseSweep.class);

    /** The number of commissions that are read at once. */
    private static final int BLOCK_COMMISSIONS = 200;

    private final ReleaseIndex index;
    private final CommissionLife life;
    private final ProgramCalendar calendar;
    private final Predicate<RuntimeException> isTransient;

    /** @param isTransient decides whether a failure is transient, such as an unavailable store; the sweep then ends */
    public ReleaseSweep(
            ReleaseIndex index,
            CommissionLife life,
            ProgramCalendar calendar,
            Predicate<RuntimeException> isTransient) {
        this.index = index;
        this.life = life;
        this.calendar = calendar;
        this.isTransient = isTransient;
    }

    /**
     * Releases everything that is due today.
     *
     * @return how many commissions were examined
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
            if (isTransient.test(failure)) {
                throw failure;
            }
            LOG.error(
                    "Commission {} is due but can't be released; the next sweep tries again",
                    entry.entry().commission(),
                    failure);
        }
    }

    private void release(Marked<Due> entry, LocalDate today) {
        boolean settled = life.change(
                        entry.entry().commission(), commission -> Release.due(commission, today, Actor.SYSTEM.value()))
                .map(commission -> commission.revision() >= entry.entry().revision() && isSettled(commission, today))
                // An entry is written before its commission or the revision that it is about, which is being written or
                // will
                // be when its event comes again.
                .orElse(false);
        if (settled) {
            index.removeDue(entry);
        }
    }

    /**
     * Whether an index entry is no longer needed: nothing is left to release by that day, or the commission is on
     * hold. Lifting the hold creates a new entry.
     */
    private static boolean isSettled(Commission commission, LocalDate today) {
        return commission.isHeld()
                || commission.portions().stream()
                        .noneMatch(portion -> portion.state() == State.PENDING
                                && !portion.dueOn().isAfter(today));
    }
}
