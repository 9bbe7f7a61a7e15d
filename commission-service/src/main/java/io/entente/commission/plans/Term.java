package io.entente.commission.plans;

import io.entente.commission.plans.inputs.History.ReferralDeals;
import java.time.LocalDate;

/** For how long a referral earns: the program guide's "ongoing; the first year only; the first project only". */
public enum Term {
    /** Its first deal. */
    FIRST_PROJECT("the first project"),
    /** What is earned before a year has passed since its first deal closed. */
    FIRST_YEAR("the first year"),
    /** Every deal. */
    WHILE_ACTIVE("every deal while the client is active");

    private final String described;

    Term(String described) {
        this.described = described;
    }

    /** For explanations. */
    public String described() {
        return described;
    }

    /**
     * Whether a deal, or a retainer's payment, still earns.
     *
     * @param day on which it is earned
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
