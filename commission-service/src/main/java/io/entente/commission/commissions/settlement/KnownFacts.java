package io.entente.commission.commissions.settlement;

import io.entente.commission.commissions.Commission;
import io.entente.commission.commissions.CommissionId;
import io.entente.commission.commissions.CommissionLife;
import io.entente.commission.commissions.ProgramCalendar;
import io.entente.commission.commissions.Settled;
import io.entente.commission.commissions.refunds.NoteRefunds;
import io.entente.commission.commissions.settlement.Settlement.Known;
import io.entente.commission.deals.DealFile;
import io.entente.commission.deals.DealFiles;
import java.util.List;
import java.util.Optional;

/**
 * Knows the facts of a deal that its commission doesn't remember: those that changed nothing, and the payments that its money
 * belongs to. The commission of a retainer's payment has none: its payments are booked one by one.
 */
public final class KnownFacts {

    private final DealFiles files;
    private final YearlyCaps caps;
    private final NoteRefunds refunds;
    private final ProgramCalendar calendar;

    public KnownFacts(DealFiles files, YearlyCaps caps, NoteRefunds refunds, ProgramCalendar calendar) {
        this.files = files;
        this.caps = caps;
        this.refunds = refunds;
        this.calendar = calendar;
    }

    /** Returns what became of a commission's deal, up to the first fact that is still to be settled. */
    public Known of(Commission commission) {
        return file(commission)
                .map(file -> Settlement.known(commission, file, calendar.today()))
                .orElseGet(() -> Known.of(null, commission.settled()));
    }

    /**
     * Returns the payments that belong to what a commission has settled.
     *
     * @param settled what it has settled, perhaps with the amount after a correction of the deal
     */
    public Known of(Commission commission, Settled settled) {
        boolean waits = Entitlement.waitsForPayment(commission);
        return Known.of(waits ? file(commission).orElse(null) : null, settled);
    }

    /** Settles the facts that matter to a commission now, although they changed nothing before. */
    public void settle(CommissionLife life, CommissionId id) {
        life.changeAll(id, (now, counters) -> file(now)
                        .flatMap(file -> Settlement.next(now, file, calendar.today(), caps.of(now, counters))))
                .ifPresent(this::takeBackNote);
    }

    /** Takes back what was noted of a refund while the deal had no commission. */
    public void takeBackNote(Commission commission) {
        refunds.takeBack(commission);
    }

    private Optional<DealFile> file(Commission commission) {
        return commission.deal().payment() != null
                ? Optional.empty()
                : files.find(List.of(commission.deal().dealId())).stream().findFirst();
    }
}
