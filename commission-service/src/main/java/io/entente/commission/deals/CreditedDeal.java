package io.entente.commission.deals;

import io.entente.commission.partners.PartnerId;
import io.entente.commission.plans.inputs.Fraction;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A deal from the view of one partner that is credited with it.
 *
 * @param partnerId the partner that earns; on a co-sold deal it can differ from the partner of the referral
 * @param amount amount of the whole deal
 * @param revenue the partner's part of the amount; zero for a payment that a correction moved out of the engagement
 * @param engagement the work that was bought; null if unknown
 * @param payment the client's payment on a retainer that earned this; null for the deal's closing
 * @param counts by how much the deal counts for tiers by the number of deals, from 0 to 1
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
        @Nullable RetainerPayment payment,
        Fraction counts) {

    /** Creates a deal that counts as one. */
    public CreditedDeal(
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
        this(
                partnerId,
                dealId,
                referralId,
                client,
                amount,
                revenue,
                share,
                closedOn,
                origin,
                engagement,
                payment,
                Fraction.WHOLE);
    }

    /** Creates a deal whose engagement is unknown. */
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

    /** Returns this deal, counted for tiers as its plan says. */
    public CreditedDeal counting(Fraction weight) {
        return new CreditedDeal(
                partnerId,
                dealId,
                referralId,
                client,
                amount,
                revenue,
                share,
                closedOn,
                origin,
                engagement,
                payment,
                weight);
    }

    /** The amount that the client pays for this: the payment on a retainer, otherwise the whole deal. */
    public Money basis() {
        return payment == null ? amount : payment.amount();
    }

    /** The day on which this was earned. */
    public LocalDate earnedOn() {
        return payment == null ? closedOn : payment.paidOn();
    }

    /** Whether this counts as revenue. A retainer counts with each payment and not at its closing. */
    public boolean countsAsRevenue() {
        return payment != null || !isRetainer();
    }

    public boolean isRetainer() {
        return engagement != null && engagement.kind() == Engagement.Kind.RETAINER;
    }

    /** Returns this retainer as it is priced for a client's payment. */
    public CreditedDeal paid(RetainerPayment by, Money partnersPart) {
        return new CreditedDeal(
                partnerId,
                dealId,
                referralId,
                client,
                amount,
                partnersPart,
                share,
                closedOn,
                origin,
                engagement,
                by,
                counts);
    }

    /** Returns this payment on a retainer as it counts if it is outside the engagement. A closing stays as it is. */
    public CreditedDeal withoutRevenue() {
        return payment == null ? this : uncounted();
    }

    /** Returns this deal or payment if it is none of the partner's, so that nothing of it is the partner's revenue. */
    public CreditedDeal uncounted() {
        return new CreditedDeal(
                partnerId,
                dealId,
                referralId,
                client,
                amount,
                Money.zero(revenue.getCurrencyUnit()),
                share,
                closedOn,
                origin,
                engagement,
                payment,
                counts);
    }

    /**
     * Returns the amount of the whole deal of which something is the partner's part. If nothing of the deal is the partner's revenue any
     * more, the share says it.
     */
    public Money whole(Money part) {
        BigDecimal whole = basis().getAmount();
        BigDecimal partners = revenue.getAmount();
        if (!revenue.isPositive()) {
            whole = BigDecimal.ONE;
            partners = share.value();
        }
        CurrencyUnit currency = part.getCurrencyUnit();
        return partners.signum() == 0
                ? Money.zero(currency)
                : Money.of(
                        currency,
                        part.getAmount()
                                .multiply(whole)
                                .divide(partners, currency.getDecimalPlaces(), RoundingMode.HALF_UP));
    }

    /** A client's payment on a retainer. */
    public record RetainerPayment(String paymentId, Money amount, LocalDate paidOn) {}
}
