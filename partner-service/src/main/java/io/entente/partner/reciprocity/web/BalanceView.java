package io.entente.partner.reciprocity.web;

import io.entente.partner.reciprocity.ReciprocityBalance;
import io.entente.partner.reciprocity.ReciprocityBalance.Debtor;
import io.entente.partner.reciprocity.ReciprocityBalance.OpenReferral;
import io.entente.platform.domain.MoneyJson;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The balance of referrals with a partner in the API.
 *
 * @param sent referrals from the partner
 * @param received referrals to the partner
 * @param balance sent less received. Above zero the firm owes referrals, below zero the partner
 * @param revenue the value of deals that came from the partner, by currency
 * @param given the value of deals that came from the firm, by currency
 * @param overdue how many open referrals should have been returned before today
 * @param nextDueOn the day by which the oldest open referral is to be returned; absent if none is open
 * @param open referrals that nobody has returned, the oldest first
 */
record BalanceView(
        String partnerId,
        int sent,
        int received,
        int balance,
        List<MoneyJson> revenue,
        List<MoneyJson> given,
        Debtor owedBy,
        int overdue,
        @Nullable LocalDate nextDueOn,
        List<OpenReturnView> open) {

    static BalanceView of(ReciprocityBalance balance, LocalDate today) {
        return new BalanceView(
                balance.partnerId(),
                balance.sent(),
                balance.received(),
                balance.count(),
                json(balance.revenue()),
                json(balance.given()),
                balance.owedBy(),
                balance.overdue(today),
                balance.nextDueOn(),
                balance.open().stream().map(OpenReturnView::of).toList());
    }

    private static List<MoneyJson> json(Map<String, Money> sums) {
        return sums.values().stream()
                .map(MoneyJson::of)
                .sorted(Comparator.comparing(MoneyJson::currency))
                .toList();
    }

    /**
     * A referral that nobody has returned.
     *
     * @param day on which it was submitted
     * @param dueOn the day by which it is to be returned
     */
    record OpenReturnView(String referralId, LocalDate day, LocalDate dueOn) {

        static OpenReturnView of(OpenReferral open) {
            return new OpenReturnView(open.referralId(), open.day(), open.dueOn());
        }
    }
}
