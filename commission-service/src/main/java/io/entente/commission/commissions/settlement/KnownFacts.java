package io.entente.commission.commissions.settlement;

import io.entente.commission.commissions.Commission;
import io.entente.commission.commissions.CommissionId;
import io.entente.commission.commissions.CommissionLife;
import io.entente.commission.commissions.Settled;
import io.entente.commission.deals.DealFile;
import io.entente.commission.deals.DealFiles;
import java.util.List;
import java.util.Optional;

/**
 * Knows the facts of a deal that its commission doesn't remember, because they changed nothing. The commission of a
 * retainer's payment has none: its payments are booked one by one.
 */
public final class KnownFacts {

    private final DealFiles files;

    public KnownFacts(DealFiles files) {
        this.files = files;
    }

    /** Returns what became of a commission's deal, up to the first fact that is still to be settled. */
    public Settled of(Commission commission) {
        return file(commission).map(file -> Settlement.known(commission, file)).orElse(commission.settled());
    }

    /** Settles the facts that matter to a commission now, although they changed nothing before. */
    public void settle(CommissionLife life, CommissionId id) {
        life.changeAll(id, now -> file(now).flatMap(file -> Settlement.next(now, file)));
    }

    private Optional<DealFile> file(Commission commission) {
        return commission.deal().payment() != null
                ? Optional.empty()
                : files.find(List.of(commission.deal().dealId())).stream().findFirst();
    }
}
