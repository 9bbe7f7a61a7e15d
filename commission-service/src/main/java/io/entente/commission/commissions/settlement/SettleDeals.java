package io.entente.commission.commissions.settlement;

import io.entente.commission.commissions.CommissionId;
import io.entente.commission.commissions.CommissionLife;
import io.entente.commission.deals.CreditedDeals;
import io.entente.commission.deals.CreditedDeals.Credited;
import io.entente.commission.deals.DealFact;
import io.entente.commission.deals.DealFile;
import io.entente.commission.deals.DealFiles;
import io.entente.commission.deals.DealFiles.Filed;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * Brings what happened to deals to their commissions. A fact is put on record before its deal is looked for, and a deal is
 * booked before its facts are looked for: whichever comes second sees the other, and a crash in between is made good when
 * either is sent again.
 */
public final class SettleDeals {

    private final DealFiles files;
    private final CreditedDeals deals;
    private final CommissionLife life;
    private final RetainerAccruals retainers;

    public SettleDeals(DealFiles files, CreditedDeals deals, CommissionLife life, RetainerAccruals retainers) {
        this.files = files;
        this.deals = deals;
        this.life = life;
        this.retainers = retainers;
    }

    /** Puts a fact on record and settles what it means; the same fact again completes what a crash left. */
    public Filed record(DealFact fact) {
        Filed filed = files.file(fact);
        if (filed == Filed.NEW || filed == Filed.SAME) {
            settle(List.of(fact.dealId()));
        }
        return filed;
    }

    /** Settles whatever is on record of deals. */
    public void settle(Collection<String> dealIds) {
        files.find(dealIds).forEach(this::settle);
    }

    private void settle(DealFile file) {
        List<Credited> credited = deals.ofDeal(file.dealId());
        if (credited.isEmpty()) {
            // Not closed yet, as far as is known here: its accrual looks for the file.
            return;
        }
        // A retainer has one of these too, where its fee is flat and was earned at its closing.
        credited.forEach(part -> settle(CommissionId.of(part), file));
        if (credited.get(0).deal().retainer()) {
            List<CommissionId> payments = retainers.accrue(file, credited);
            if (isTakenBack(file)) {
                payments.forEach(id -> settle(id, file));
            }
        }
    }

    private void settle(CommissionId id, DealFile file) {
        life.changeAll(id, commission -> Settlement.next(commission, file));
    }

    /** A retainer's payments are settled as they accrue; only what is taken back changes them later. */
    private static boolean isTakenBack(DealFile file) {
        return Stream.of(DealFact.Kind.REFUND, DealFact.Kind.REVERSAL)
                .anyMatch(kind -> file.facts().stream().anyMatch(fact -> fact.kind() == kind));
    }
}
