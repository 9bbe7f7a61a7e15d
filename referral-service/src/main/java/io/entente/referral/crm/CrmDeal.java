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
 * A deal of a CRM as far as it was told of: what is known of it, the changes of its stage that a referral hasn't taken yet,
 * and what became of those before. Which events it has had is in it too, so that one that is sent again, by the CRM or by
 * somebody who recorded it, changes nothing, in the same write.
 *
 * @param referralId whose deal it is; absent until somebody says so
 * @param facts the latest of each, by the CRM's time, whatever order they came in
 * @param waiting in the order in which they happened
 * @param seen ids of the last events
 * @param notes the last ones, for people
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

    /** Changes of stage that wait; of more the oldest are left out, since each goes further than those before. */
    public static final int MAX_WAITING = 100;
    /** Of a deal that changes more often within the time that a signature is good for, nothing is to be made. */
    public static final int MAX_SEEN = 200;

    public static final int MAX_NOTES = 50;

    public CrmDeal {
        facts = Map.copyOf(facts);
        waiting = List.copyOf(waiting);
        seen = List.copyOf(seen);
        notes = List.copyOf(notes);
    }

    /** A fact, and when it became one. */
    public record Known(String value, Instant at) {}

    /** @param stage in the CRM's words */
    public record StageChange(String stage, Instant at) {}

    /** What became of a change of stage, where it isn't what one would expect. */
    public record Note(Instant at, String stage, String text) {}

    /** Whether somebody is to do something. */
    public enum State {
        /** Nobody has said whose deal it is. */
        UNLINKED,
        /** Something is missing before its referral can follow. */
        WAITING,
        /** Its referral has had all of it. */
        SETTLED
    }

    public static CrmDeal firstHeardOf(Crm crm, String crmDealId, Instant now) {
        return new CrmDeal(crm, crmDealId, 0, null, Map.of(), List.of(), List.of(), List.of(), now, now);
    }

    /** {@code hubspot/9876543210}. */
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

    /** With a change that it hasn't had. */
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

    /** Without the changes that its referral has had, and with what there is to say of them. */
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
