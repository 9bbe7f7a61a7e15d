package io.entente.referral.crm;

import io.entente.referral.crm.waiting.WaitReason;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A change of a deal that a CRM reports.
 *
 * @param eventId identifies the change among all changes of the deal; the same if the CRM sends it again
 * @param at when it happened in the CRM
 * @param stage the name of the stage in the CRM; absent if the stage didn't change
 * @param facts the other values in the change, as text; an empty text means that the CRM has cleared the value
 * @param referralId absent if the CRM's deal doesn't name its referral
 * @param incident absent unless something happened to the deal's record in the CRM
 */
public record DealChange(
        String crmDealId,
        String eventId,
        Instant at,
        @Nullable String stage,
        Map<DealFact, String> facts,
        @Nullable String referralId,
        @Nullable Incident incident) {

    public DealChange {
        facts = Map.copyOf(facts);
    }

    public DealChange(
            String crmDealId,
            String eventId,
            Instant at,
            @Nullable String stage,
            Map<DealFact, String> facts,
            @Nullable String referralId) {
        this(crmDealId, eventId, at, stage, facts, referralId, null);
    }

    public static DealChange of(String crmDealId, String eventId, Instant at, Incident incident) {
        return new DealChange(crmDealId, eventId, at, null, Map.of(), null, incident);
    }

    /**
     * Something that happened to the deal's record in the CRM.
     *
     * @param reason why a person has to look at it; absent if the record was restored, which ends an earlier incident
     * @param text for the team that decides
     * @param mergedInto the id of the deal that remains after a merge; absent if the deal was not merged, or if the CRM doesn't say
     */
    public record Incident(@Nullable WaitReason reason, String text, @Nullable String mergedInto) {

        private Incident(@Nullable WaitReason reason, String text) {
            this(reason, text, null);
        }

        public static Incident deleted() {
            return new Incident(WaitReason.DELETED_IN_CRM, "the deal was deleted in the CRM");
        }

        public static Incident restored() {
            return new Incident(null, "the deal was restored in the CRM");
        }

        /** @param into the id of the deal that remains; null if the CRM doesn't say */
        public static Incident merged(@Nullable String into) {
            return new Incident(
                    WaitReason.MERGED_IN_CRM,
                    into == null
                            ? "the deal was merged with another one in the CRM"
                            : "the deal was merged in the CRM, and deal %s remains; link that deal to the referral"
                                    .formatted(into),
                    into);
        }

        public static Incident withoutDetails(String kind) {
            return new Incident(
                    WaitReason.DETAILS_MISSING,
                    "the CRM reported %s without its details; compare the deal with the CRM".formatted(kind));
        }
    }
}
