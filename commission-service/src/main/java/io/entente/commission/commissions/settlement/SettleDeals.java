package io.entente.commission.commissions.settlement;

import io.entente.commission.commissions.Commission;
import io.entente.commission.commissions.CommissionId;
import io.entente.commission.commissions.CommissionLife;
import io.entente.commission.commissions.ProgramCalendar;
import io.entente.commission.commissions.refunds.NoteRefunds;
import io.entente.commission.deals.CreditedDeals;
import io.entente.commission.deals.CreditedDeals.Credited;
import io.entente.commission.deals.DealFact;
import io.entente.commission.deals.DealFile;
import io.entente.commission.deals.DealFiles;
import io.entente.commission.deals.DealFiles.Filed;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Settles facts of deals on their commissions. A fact is recorded before its deal is looked up, and a deal is booked
 * before its facts are looked up. Whichever comes second therefore finds the other. After a crash in between,
 * repeating either of them completes the settlement.
 */
public final class SettleDeals {

    private final DealFiles files;
    private final CreditedDeals deals;
    private final CommissionLife life;
    private final YearlyCaps caps;
    private final RetainerAccruals retainers;
    private final AmendedDeals amended;
    private final KeptRevenue kept;
    private final NoteRefunds refunds;
    private final ProgramCalendar calendar;

    public SettleDeals(
            DealFiles files,
            CreditedDeals deals,
            CommissionLife life,
            YearlyCaps caps,
            RetainerAccruals retainers,
            AmendedDeals amended,
            KeptRevenue kept,
            NoteRefunds refunds,
            ProgramCalendar calendar) {
        this.files = files;
        this.deals = deals;
        this.life = life;
        this.caps = caps;
        this.retainers = retainers;
        this.amended = amended;
        this.kept = kept;
        this.refunds = refunds;
        this.calendar = calendar;
    }

    /** Records a fact and settles it. Repeating the same fact completes a settlement that a crash has interrupted. */
    public Filed record(DealFact fact) {
        return record(fact, null, null);
    }

    /**
     * Records a fact and settles it if the deal's file permits it.
     *
     * @param check decides on the file as it is before the fact; null if the fact is permitted in any case
     * @param unmatchedSince if the deal is unknown, the time from which the fact waits for it; otherwise null
     */
    public Filed record(DealFact fact, @Nullable Predicate<DealFile> check, @Nullable Instant unmatchedSince) {
        Filed filed = files.file(fact, check, unmatchedSince);
        if (filed == Filed.NEW || filed == Filed.SAME) {
            files.find(List.of(fact.dealId())).forEach(file -> settle(file, unmatchedSince != null));
            if (filed == Filed.SAME) {
                // A crash may have come between the booking of the fact and the look at the deal that follows it.
                amended.apply(List.of(fact.dealId()));
            }
            if (fact.kind() != DealFact.Kind.REVERSAL) {
                files.settled(fact);
            }
        }
        return filed;
    }

    /** Settles all recorded facts of deals that have arrived. */
    public void settle(Collection<String> dealIds) {
        files.find(dealIds).forEach(file -> settle(file, true));
    }

    /** Completes what a crash may have interrupted: settles all recorded facts of a deal, and applies its corrections once more. */
    public void complete(String dealId) {
        settle(List.of(dealId));
        amended.apply(List.of(dealId));
    }

    /** Takes back what was noted of a refund while a deal had no commission. */
    public void takeBackNote(Commission commission) {
        refunds.takeBack(commission);
    }

    /** @param waited whether facts may be on the list of unmatched facts */
    private void settle(DealFile file, boolean waited) {
        List<Credited> credited = deals.ofDeal(file.dealId());
        if (credited.isEmpty()) {
            // The deal has not closed as far as this service knows. Its accrual will read the file.
            return;
        }
        if (waited) {
            files.match(file.dealId(), credited.get(0).deal().basis().getCurrencyUnit());
        }
        // A retainer also has a commission for its closing if its fee is flat.
        credited.forEach(part -> settle(CommissionId.of(part), file));
        if (credited.get(0).deal().retainer()) {
            retainers.accrue(file, credited);
            if (!deals.ofDeal(file.dealId()).equals(credited)) {
                // The deal was corrected meanwhile, and the correction may have looked at the payments before one of
                // them was booked.
                amended.apply(List.of(file.dealId()));
            }
        }
        kept.settled(file, credited);
    }

    private void settle(CommissionId id, DealFile file) {
        Optional<Commission> commission = life.changeAll(
                id, (now, counters) -> Settlement.next(now, file, calendar.today(), caps.of(now, counters)));
        commission.ifPresentOrElse(refunds::takeBack, () -> file.lastLoss()
                .ifPresent(fact -> refunds.of(id, fact, deal -> FactSums.all(deal.basis(), file))));
    }
}
