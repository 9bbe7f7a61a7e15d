package io.entente.commission.payouts.web;

import io.entente.commission.payouts.Payout;
import io.entente.platform.domain.MoneyJson;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A payout as the API shows it, with the account masked.
 *
 * @param amount that is transferred: {@code commission} plus {@code vat} minus {@code withheld}
 * @param gross the sum of its commissions
 * @param netted the part of it that was set off against what the partner owed
 * @param commission the commission that is paid: {@code gross} minus {@code netted}
 * @param vat that is paid on top of the commission, as the partner's invoice shows it
 * @param withheld tax that is kept back from it
 * @param commissions the number of portions
 */
record PayoutView(
        String id,
        String batchId,
        String partnerId,
        Payout.State state,
        MoneyJson amount,
        MoneyJson gross,
        MoneyJson netted,
        MoneyJson commission,
        MoneyJson vat,
        MoneyJson withheld,
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
                MoneyJson.of(payout.allocation().net()),
                MoneyJson.of(payout.allocation().tax().vat()),
                MoneyJson.of(payout.allocation().tax().withheld()),
                payout.allocation().commissions(),
                payout.payee().holder(),
                payout.payee().account().masked(),
                payout.id().endToEndId(),
                payout.paidOn(),
                payout.note(),
                payout.version());
    }
}
