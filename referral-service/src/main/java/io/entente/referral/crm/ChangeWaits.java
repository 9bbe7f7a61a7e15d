package io.entente.referral.crm;

import io.entente.referral.crm.waiting.Wait;
import io.entente.referral.referral.Referral;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A change that a CRM reported has waited for a while, so that a team should know.
 *
 * @param referral the referral to which the deal is linked; absent if it isn't linked
 * @param stage the name of the stage in the CRM; absent if the change isn't one of the stage
 */
public record ChangeWaits(Instant at, CrmDeal deal, @Nullable Referral referral, Wait held, @Nullable String stage) {}
