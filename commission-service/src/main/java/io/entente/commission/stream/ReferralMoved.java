package io.entente.commission.stream;

import io.entente.commission.plans.inputs.Credit;
import io.entente.platform.domain.MoneyJson;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The fields that all events about the course of a referral have.
 *
 * @param outcome of a decided conflict
 * @param credit of a decided conflict that splits the claim
 * @param amount of a proposal
 * @param status of a referral that is resumed after its last deal was reversed
 */
public record ReferralMoved(
        String referralId,
        String partnerId,
        @Nullable String outcome,
        @Nullable List<DealClosed.CreditShare> credit,
        @Nullable MoneyJson amount,
        @Nullable String status,
        Instant occurredAt) {

    /** Who is credited with a later deal; empty unless the claim was split and the partner has a part of it. */
    List<Credit> split() {
        List<Credit> shares = credit == null
                ? List.of()
                : credit.stream().map(DealClosed.CreditShare::toCredit).toList();
        boolean own =
                shares.stream().anyMatch(share -> share.partnerId().value().equals(partnerId));
        return own ? shares : List.of();
    }
}
