package io.entente.commission.forecast.referrals;

import io.entente.commission.partners.PartnerId;
import io.entente.commission.plans.inputs.Involvement;
import java.time.LocalDate;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A referral that a partner submitted.
 *
 * @param client the name of the client
 * @param expectedValue the value that the partner expects; null if it gave none
 * @param proposed the amount of the last proposal to the client; null if there is none or it names no amount
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
        LocalDate submittedOn,
        Stage stage,
        LocalDate stageSince,
        boolean ended) {}
