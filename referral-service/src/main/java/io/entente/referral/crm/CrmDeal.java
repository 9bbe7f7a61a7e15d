package io.entente.referral.crm;

import io.entente.platform.domain.DerivedId;
import io.entente.referral.referral.ReferralId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A deal of a CRM: the facts that have been received, the changes of stage that have not been applied to the referral yet, and
 * notes on earlier changes. It also contains the ids of the last events. They are stored in the same write as the change, so an
 * event that is sent again changes nothing, whether the CRM or somebody who recorded it sends it.
 *
 * @param referralId the referral that the deal belongs to; absent until the deal is linked
 * @param facts the latest value of each fact by the CRM's time, independent of the order of arrival
 * @param waiting the changes of stage to apply, in the order in which they happened
 * @param seen the ids of the last events
 * @param notes the last notes, for people to read
 */
public record CrmDeal(
        Crm crm,
        String crmDealId,
        long version,
        @Nullable ReferralId referralId,
        Map<DealFact, Known> facts,
        List<StageChange> waiting,
        List<String> seen,
        List<Note> notes,
        Instant firstHeardAt,
        Instant lastHeardAt) {

    /** The most waiting changes. Beyond that the oldest are dropped, because each later change supersedes them. */
    public static final int MAX_WAITING = 100;
    /** The most event ids. No real deal changes this often while the signature of a request is valid. */
    public static final int MAX_SEEN = 200;

    public static final int MAX_NOTES = 50;

    public CrmDeal {
        facts = Map.copyOf(facts);
        waiting = List.copyOf(waiting);
        seen = List.copyOf(seen);
        notes = List.copyOf(notes);
    }

    /** The value of a fact, and the time of the change that set it. */
    public record Known(String value, Instant at) {}

    /** @param stage the name of the stage in the CRM */
    public record StageChange(String stage, Instant at) {}

    /** Says why a change of stage was not applied to the referral. */
    public record Note(Instant at, String stage, String text) {}

    /** Whether the deal is linked, and whether its changes have been applied. */
    public enum State {
        /** The deal is not linked to a referral. */
        UNLINKED,
        /** Changes wait to be applied, because information is missing. */
        WAITING,
        /** All changes have been applied to the referral. */
        SETTLED
    }

    public static CrmDeal firstHeardOf(Crm crm, String crmDealId, Instant now) {
        return new CrmDeal(crm, crmDealId, 0, null, Map.of(), List.of(), List.of(), List.of(), now, now);
    }

    /** The id of a deal, such as {@code hubspot/9876543210}. */
    public static String idOf(Crm crm, String crmDealId) {
        return crm.source() + "/" + crmDealId;
    }

    public String id() {
        return idOf(crm, crmDealId);
    }

    public State state() {
        return referralId == null ? State.UNLINKED : waiting.isEmpty() ? State.SETTLED : State.WAITING;
    }

    @Nullable
    String fact(DealFact fact) {
        Known known = facts.get(fact);
        return known == null ? null : known.value();
    }

    boolean hasSeen(DealChange change) {
        return seen.contains(seenAs(change));
    }

    /** The deal with a change that it doesn't contain yet. */
    CrmDeal heard(DealChange change, Instant now) {
        Map<DealFact, Known> known = new EnumMap<>(DealFact.class);
        known.putAll(facts);
        change.facts()
                .forEach((fact, value) -> known.merge(
                        fact,
                        new Known(value, change.at()),
                        (old, next) -> next.at().isBefore(old.at()) ? old : next));
        List<StageChange> stages = new ArrayList<>(waiting);
        if (change.stage() != null) {
            stages.add(new StageChange(change.stage(), change.at()));
            stages.sort(Comparator.comparing(StageChange::at));
        }
        List<String> ids = new ArrayList<>(seen);
        ids.add(seenAs(change));
        return new CrmDeal(
                crm,
                crmDealId,
                version,
                referralId,
                known,
                last(stages, MAX_WAITING),
                last(ids, MAX_SEEN),
                notes,
                firstHeardAt,
                now);
    }

    CrmDeal linkedTo(ReferralId referral) {
        return new CrmDeal(crm, crmDealId, version, referral, facts, waiting, seen, notes, firstHeardAt, lastHeardAt);
    }

    /** The deal without the changes that have been applied, and with notes on those that could not be. */
    CrmDeal afterTaking(int taken, List<Note> more) {
        List<Note> all = new ArrayList<>(notes);
        all.addAll(more);
        return new CrmDeal(
                crm,
                crmDealId,
                version,
                referralId,
                facts,
                waiting.subList(taken, waiting.size()),
                seen,
                last(all, MAX_NOTES),
                firstHeardAt,
                lastHeardAt);
    }

    CrmDeal atVersion(long next) {
        return new CrmDeal(crm, crmDealId, next, referralId, facts, waiting, seen, notes, firstHeardAt, lastHeardAt);
    }

    private static String seenAs(DealChange change) {
        return DerivedId.of("evt", change.eventId());
    }

    private static <T> List<T> last(List<T> all, int most) {
        return all.subList(Math.max(0, all.size() - most), all.size());
    }
}
