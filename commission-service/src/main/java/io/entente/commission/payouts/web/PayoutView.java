package io.entente.commission.payouts.web;

import io.entente.commission.payouts.Payout;
import io.entente.platform.domain.MoneyJson;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A payout as the API shows it, with the account masked. */
record PayoutView(
        String id,
        String batchId,
        String partnerId,
        Payout.State state,
        MoneyJson amount,
        MoneyJson gross,
        MoneyJson netted,
        int commissions,
        String holder,
        String account,
        String reference,
        @Nullable LocalDate paidOn,
        @Nullable String note,
        long version) {

    static PayoutView of(Payout payout) {
        return new PayoutView(
                payout.id().value(),
                payout.batchId(),
                payout.partnerId().value(),
                payout.state(),
                MoneyJson.of(payout.amount()),
                MoneyJson.of(payout.allocation().gross()),
                MoneyJson.of(payout.allocation().netted()),
                payout.allocation().commissions(),
                payout.payee().holder(),
                payout.payee().account().masked(),
                payout.id().endToEndId(),
                payout.paidOn(),
                payout.note(),
                payout.version());
    }
}
