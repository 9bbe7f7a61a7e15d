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
 * Settles facts of deals on their commissions. A fact is recorded before its deal is looked up, and a deal is booked
 * before its facts are looked up. Whichever comes second therefore finds the other. After a crash in between,
 * repeating either of them completes the settlement.
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

    /** Records a fact and settles it. Repeating the same fact completes a settlement that a crash has interrupted. */
    public Filed record(DealFact fact) {
        Filed filed = files.file(fact);
        if (filed == Filed.NEW || filed == Filed.SAME) {
            settle(List.of(fact.dealId()));
        }
        return filed;
    }

    /** Settles all recorded facts of these deals. */
    public void settle(Collection<String> dealIds) {
        files.find(dealIds).forEach(this::settle);
    }

    private void settle(DealFile file) {
        List<Credited> credited = deals.ofDeal(file.dealId());
        if (credited.isEmpty()) {
            // The deal has not closed as far as this service knows. Its accrual will read the file.
            return;
        }
        // A retainer also has a commission for its closing if its fee is flat.
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

    /**
     * Whether the file contains a refund or a reversal. The payments of a retainer are settled when they accrue, so
     * only these facts change their commissions later.
     */
    private static boolean isTakenBack(DealFile file) {
        return Stream.of(DealFact.Kind.REFUND, DealFact.Kind.REVERSAL)
                .anyMatch(kind -> file.facts().stream().anyMatch(fact -> fact.kind() == kind));
    }
}
