package io.entente.partner.tiers.review;

import io.entente.partner.partnership.Partner;
import java.time.LocalDate;

/** Looks at a partner in the night after something that counts has happened, beside the review of its tier. */
public interface NightlyCheck {

    /** Repeating it on the same day must change nothing. */
    void check(Partner partner, LocalDate today);
}
