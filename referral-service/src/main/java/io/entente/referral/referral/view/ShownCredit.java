package io.entente.referral.referral.view;

import io.entente.referral.referral.facts.CreditShare;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A share of the credit as the API shows it. A partner does not learn who else is credited: beside its own share it sees the rest as
 * one share without a partner.
 *
 * @param partnerId absent if the share belongs to others than the partner that reads it
 * @param role what the partner contributed, such as {@code ORIGINATOR}; absent if {@code partnerId} is
 * @param share as a fraction of 1
 */
public record ShownCredit(@Nullable String partnerId, @Nullable String role, String share) {

    /** @param reader the partner that reads it; null for the firm */
    public static List<ShownCredit> of(List<CreditShare> credit, @Nullable String reader) {
        List<ShownCredit> shown = new ArrayList<>();
        BigDecimal ofOthers = BigDecimal.ZERO;
        for (CreditShare one : credit) {
            if (reader == null || reader.equals(one.partnerId())) {
                shown.add(
                        new ShownCredit(one.partnerId(), one.role(), one.share().toPlainString()));
            } else {
                ofOthers = ofOthers.add(one.share());
            }
        }
        if (ofOthers.signum() > 0) {
            shown.add(new ShownCredit(null, null, ofOthers.toPlainString()));
        }
        return shown;
    }
}
