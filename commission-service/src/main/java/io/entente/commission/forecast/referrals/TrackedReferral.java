package io.entente.commission.forecast.referrals;

import io.entente.commission.partners.PartnerId;
import io.entente.commission.plans.inputs.Credit;
import io.entente.commission.plans.inputs.Fraction;
import io.entente.commission.plans.inputs.Involvement;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A referral that a partner submitted.
 *
 * @param client the name of the client
 * @param expectedValue the value that the partner expects; null if it gave none
 * @param proposed the amount of the last proposal to the client; null if there is none or it names no amount
 * @param credit who is credited with a deal if the claim on the client is split; empty if the partner has all credit
 * @param stage the stage that it has reached last
 * @param stageSince the day on which the stage began
 * @param ended whether it ended without a deal
 */
public record TrackedReferral(
        PartnerId partnerId,
        String referralId,
        String clientKey,
        String client,
        Involvement involvement,
        @Nullable Money expectedValue,
        @Nullable Money proposed,
        List<Credit> credit,
        LocalDate submittedOn,
        Stage stage,
        LocalDate stageSince,
        boolean ended) {

    public TrackedReferral {
        credit = List.copyOf(credit);
    }

    /** Who is credited with a deal, the partner itself if nobody else is. */
    public List<Credit> creditOfDeal() {
        return credit.isEmpty() ? List.of(new Credit(partnerId, "ORIGINATOR", Fraction.WHOLE)) : credit;
    }

    /** The index of the partner's own credit in {@link #creditOfDeal}. */
    public int ownCredit() {
        List<Credit> all = creditOfDeal();
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).partnerId().equals(partnerId)) {
                return i;
            }
        }
        throw new IllegalStateException("Partner %s has no credit for referral %s".formatted(partnerId, referralId));
    }
}
