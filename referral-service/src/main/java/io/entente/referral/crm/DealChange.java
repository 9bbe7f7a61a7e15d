package io.entente.referral.crm;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that a CRM tells of one of its deals.
 *
 * @param eventId tells it from all others of this deal, also when it is sent again
 * @param at when it happened in the CRM
 * @param stage in the CRM's words; absent where it didn't change
 * @param facts what else is known by it, as text
 * @param referralId where the CRM's deal names it
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
