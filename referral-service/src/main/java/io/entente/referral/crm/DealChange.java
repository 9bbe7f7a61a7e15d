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
 * @param order the place among changes with the same time, as sortable text; absent if the CRM doesn't tell
 * @param remark what was changed when the report was read, for people to read; absent if nothing was
 * @param incident absent unless something happened to the deal's record in the CRM
 */
public record DealChange(
        String crmDealId,
        String eventId,
        Instant at,
        @Nullable String stage,
        Map<DealFact, String> facts,
        @Nullable String referralId,
        @Nullable Incident incident,
        @Nullable String order,
        @Nullable String remark) {

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

    public DealChange(
            String crmDealId,
            String eventId,
            Instant at,
            @Nullable String stage,
            Map<DealFact, String> facts,
            @Nullable String referralId,
            @Nullable Incident incident) {
        this(crmDealId, eventId, at, stage, facts, referralId, incident, null, null);
    }

    /** The same change at another time, with what people should know about that. */
    public DealChange movedTo(Instant time, String why) {
        return new DealChange(crmDealId, eventId, time, stage, facts, referralId, incident, order, joined(why));
    }

    public DealChange remarking(@Nullable String text) {
        return text == null
                ? this
                : new DealChange(crmDealId, eventId, at, stage, facts, referralId, incident, order, joined(text));
    }

    private String joined(String text) {
        return remark == null ? text : remark + "; " + text;
    }

    Moment moment() {
        return new Moment(at, order);
    }

    /** The time of a change with its place among changes of the same time. */
    record Moment(Instant at, @Nullable String order) implements Comparable<Moment> {

        @Override
        public int compareTo(Moment other) {
            int byTime = at.compareTo(other.at);
            return byTime == 0 ? placed(order).compareTo(placed(other.order)) : byTime;
        }

        boolean isBefore(Moment other) {
            return compareTo(other) < 0;
        }

        private static String placed(@Nullable String order) {
            return order == null ? "" : order;
        }
    }

    public static DealChange of(String crmDealId, String eventId, Instant at, Incident incident) {
        return new DealChange(crmDealId, eventId, at, null, Map.of(), null, incident);
    }

    /**
     * Something that happened to the deal's record in the CRM.
     *
     * @param reason why a person has to look at it; absent if nobody has to
     * @param text for the team that decides
     * @param mergedInto the id of the deal that remains after a merge; absent if the deal was not merged, or if the CRM doesn't say
     * @param isRestoration whether the record was restored, which ends an earlier deletion or merge
     */
    public record Incident(
            @Nullable WaitReason reason, String text, @Nullable String mergedInto, boolean isRestoration) {

        private Incident(@Nullable WaitReason reason, String text) {
            this(reason, text, null, false);
        }

        boolean isEndOfDeal() {
            return reason == WaitReason.DELETED_IN_CRM || reason == WaitReason.MERGED_IN_CRM;
        }

        public static Incident deleted() {
            return new Incident(WaitReason.DELETED_IN_CRM, "the deal was deleted in the CRM");
        }

        public static Incident restored() {
            return new Incident(null, "the deal was restored in the CRM", null, true);
        }

        /** @param into the id of the deal that remains; null if the CRM doesn't say */
        public static Incident merged(@Nullable String into) {
            return new Incident(
                    WaitReason.MERGED_IN_CRM,
                    into == null
                            ? "the deal was merged with another one in the CRM"
                            : "the deal was merged in the CRM, and deal %s remains; link that deal to the referral"
                                    .formatted(into),
                    into,
                    false);
        }

        public static Incident withoutDetails(String kind) {
            return withoutDetails(kind, false);
        }

        public static Incident restoredWithoutDetails(String kind) {
            return withoutDetails(kind, true);
        }

        private static Incident withoutDetails(String kind, boolean isRestoration) {
            return new Incident(
                    WaitReason.DETAILS_MISSING,
                    "the CRM reported %s without its details; compare the deal with the CRM".formatted(kind),
                    null,
                    isRestoration);
        }
    }
}
