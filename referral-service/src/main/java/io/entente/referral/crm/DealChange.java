package io.entente.referral.crm;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A change of a deal that a CRM reports.
 *
 * @param eventId identifies the change among all changes of the deal; the same if the CRM sends it again
 * @param at when it happened in the CRM
 * @param stage the name of the stage in the CRM; absent if the stage didn't change
 * @param facts the other values in the change, as text
 * @param referralId absent if the CRM's deal doesn't name its referral
 */
public record DealChange(
        String crmDealId,
        String eventId,
        Instant at,
        @Nullable String stage,
        Map<DealFact, String> facts,
        @Nullable String referralId) {

    public DealChange {
        facts = Map.copyOf(facts);
    }
}
