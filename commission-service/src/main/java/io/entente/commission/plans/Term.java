package io.entente.commission.plans;

import io.entente.commission.plans.inputs.History.ReferralDeals;
import java.time.LocalDate;

/**
 * For how long the deals of a referral earn commission. The program guide: "ongoing; the first year only; the first project
 * only".
 */
public enum Term {
    /** Only the first deal earns. */
    FIRST_PROJECT("the first project"),
    /** Deals and payments earn for one year after the first deal closed. */
    FIRST_YEAR("the first year"),
    /** Every deal earns. */
    WHILE_ACTIVE("every deal while the client is active");

    private final String described;

    Term(String described) {
        this.described = described;
    }

    /** The term in words, for explanations. */
    public String described() {
        return described;
    }

    /**
     * Whether a deal or a payment on a retainer still earns commission.
     *
     * @param day the day of closing or payment
     */
    public boolean covers(ReferralDeals referral, LocalDate day) {
        return switch (this) {
            case WHILE_ACTIVE -> true;
            case FIRST_PROJECT -> referral.earlier() == 0;
            case FIRST_YEAR -> {
                LocalDate first = referral.firstClosedOn();
                yield first == null || day.isBefore(first.plusYears(1));
            }
        };
    }
}
