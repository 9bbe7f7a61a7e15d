package io.entente.referral.submission;

import java.time.LocalDate;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The client bought.
 *
 * @param dealId unique in the whole program
 * @param amount more than zero, before tax
 * @param credit shares that add up to exactly 1; empty for all to the referral's partner
 * @param fingerprint of the request, so that the same one is known again
 */
public record CloseDeal(
        String dealId,
        Money amount,
        LocalDate closedOn,
        @Nullable Engagement engagement,
        List<CreditShare> credit,
        String fingerprint) {

    public CloseDeal {
        credit = List.copyOf(credit);
    }
}
