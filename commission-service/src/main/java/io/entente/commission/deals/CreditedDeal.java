package io.entente.commission.deals;

import io.entente.commission.partners.PartnerId;
import io.entente.commission.plans.inputs.Fraction;
import java.time.LocalDate;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A deal as it concerns one partner credited with it.
 *
 * @param partnerId whose money it is; on a co-sold deal not always the referral's partner
 * @param amount of the whole deal
 * @param revenue the partner's part of that
 * @param engagement the work that was bought; absent where nobody said
 * @param payment on a retainer, the client's payment that earned this; absent at the deal's closing
 */
public record CreditedDeal(
        PartnerId partnerId,
        String dealId,
        String referralId,
        Client client,
        Money amount,
        Money revenue,
        Fraction share,
        LocalDate closedOn,
        Origin origin,
        @Nullable Engagement engagement,
        @Nullable RetainerPayment payment) {

    /** A deal whose engagement nobody named. */
    public CreditedDeal(
            PartnerId partnerId,
            String dealId,
            String referralId,
            Client client,
            Money amount,
            Money revenue,
            Fraction share,
            LocalDate closedOn,
            Origin origin) {
        this(partnerId, dealId, referralId, client, amount, revenue, share, closedOn, origin, null, null);
    }

    /** What the client pays for it. */
    public Money basis() {
        return payment == null ? amount : payment.amount();
    }

    /** The day on which it was earned. */
    public LocalDate earnedOn() {
        return payment == null ? closedOn : payment.paidOn();
    }

    /** Whether its revenue counts: a retainer's does as its client pays, not at the closing. */
    public boolean countsAsRevenue() {
        return payment != null || !isRetainer();
    }

    public boolean isRetainer() {
        return engagement != null && engagement.kind() == Engagement.Kind.RETAINER;
    }

    /** The same deal, a retainer, when its client pays. */
    public CreditedDeal paid(RetainerPayment by, Money partnersPart) {
        return new CreditedDeal(
                partnerId, dealId, referralId, client, amount, partnersPart, share, closedOn, origin, engagement, by);
    }

    /** What a client paid on a retainer. */
    public record RetainerPayment(String paymentId, Money amount, LocalDate paidOn) {}
}
