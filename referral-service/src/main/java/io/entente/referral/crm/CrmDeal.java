package io.entente.referral.crm;

import io.entente.platform.domain.DerivedId;
import io.entente.platform.domain.MoneyJson;
import io.entente.referral.crm.DealChange.Incident;
import io.entente.referral.crm.links.Links;
import io.entente.referral.crm.waiting.Wait;
import io.entente.referral.crm.waiting.WaitReason;
import io.entente.referral.crm.waiting.WaitReason.Subject;
import io.entente.referral.intake.profiles.SourceIds;
import io.entente.referral.referral.ReferralId;
import io.entente.referral.referral.facts.ImportMark;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A deal of a CRM: the facts that have been received, the changes that have not been applied to the referral yet, and notes on
 * earlier changes. It also contains the ids of the last events. They are stored in the same write as the change, so an event
 * that is sent again changes nothing, whether the CRM or somebody who recorded it sends it. {@link CrmDealDraft} makes the
 * copies.
 *
 * @param sequence number of the deal's last event
 * @param referralId the referral that the deal belongs to; absent until the deal is linked
 * @param facts the latest value of each fact by the CRM's time, independent of the order of arrival
 * @param waiting the changes of stage to apply, in the order in which they happened
 * @param difference the terms of the CRM, if they differ from those of the closed deal
 * @param dismissed the amount of the last difference that a person dismissed
 * @param dismissedTerms the explanation of the last difference that a person dismissed
 * @param incident how the deal's record ended, or that it was restored; absent if neither was reported
 * @param gap that the CRM reported changes without their details; absent if it didn't, or if a person has dismissed that
 * @param taken the latest change of stage that was applied or dismissed; absent if there was none, or if an earlier version of the
 *     service handled it
 * @param continues the id of the closed deal that this one continues, because the CRM merged the deal that closed it into this one
 * @param links the referral that the CRM names, and those that the deal was linked to before
 * @param seen the ids of the last events
 * @param notes the last notes, for people to read
 */
public record CrmDeal(
        Crm crm,
        String crmDealId,
        long version,
        long sequence,
        @Nullable ReferralId referralId,
        Map<DealFact, Known> facts,
        List<StageChange> waiting,
        @Nullable Wait difference,
        @Nullable MoneyJson dismissed,
        @Nullable String dismissedTerms,
        @Nullable KnownIncident incident,
        @Nullable Wait gap,
        @Nullable Taken taken,
        @Nullable String continues,
        Links links,
        List<String> seen,
        List<Note> notes,
        Instant firstHeardAt,
        Instant lastHeardAt) {

    /** The maximum number of waiting changes. Beyond that the oldest are dropped, because each later change supersedes them. */
    public static final int MAX_WAITING = 100;
    /** The maximum number of event ids. No real deal changes this often while the signature of a request is valid. */
    public static final int MAX_SEEN = 200;

    public static final int MAX_NOTES = 50;

    /** The time of a fact from a file, which doesn't say when it was entered. Whatever the CRM reports counts as later. */
    private static final Instant IN_A_FILE = Instant.EPOCH;

    public CrmDeal {
        facts = Map.copyOf(facts);
        waiting = List.copyOf(waiting);
        seen = List.copyOf(seen);
        notes = List.copyOf(notes);
    }

    /**
     * The value of a fact, and the time of the change that set it.
     *
     * @param value empty if the CRM has cleared the fact
     * @param order the place among changes with the same time; absent if the CRM doesn't tell
     */
    public record Known(String value, Instant at, @Nullable String order) {

        public Known(String value, Instant at) {
            this(value, at, null);
        }

        private DealChange.Moment moment() {
            return new DealChange.Moment(at, order);
        }

        public boolean isCleared() {
            return value.isEmpty();
        }
    }

    /** A change of stage that was applied or dismissed. A change that happened before it is not applied any more. */
    public record Taken(String stage, Instant at, @Nullable String order) {

        DealChange.Moment moment() {
            return new DealChange.Moment(at, order);
        }
    }

    /**
     * A change of stage.
     *
     * @param stage the name of the stage in the CRM
     * @param held why it can't be applied; absent if it hasn't been tried yet
     */
    public record StageChange(String stage, Instant at, @Nullable Wait held, @Nullable String order) {

        public StageChange(String stage, Instant at) {
            this(stage, at, null, null);
        }

        StageChange heldBy(@Nullable Wait wait) {
            return new StageChange(stage, at, wait, order);
        }

        DealChange.Moment moment() {
            return new DealChange.Moment(at, order);
        }
    }

    /**
     * The deletion, the merge or the restoration of the deal's record.
     *
     * @param held absent if a person has dismissed the incident, or if the record was restored
     * @param reason absent if the record was restored, or if an earlier version of the service stored the incident
     * @param mergedInto the id of the deal that remains after a merge; absent if the deal was not merged
     */
    public record KnownIncident(
            Instant at, @Nullable Wait held, @Nullable WaitReason reason, @Nullable String mergedInto) {

        KnownIncident heldAs(@Nullable Wait wait) {
            return new KnownIncident(at, wait, reason, mergedInto);
        }

        private boolean isEndOfDeal() {
            return known() == WaitReason.DELETED_IN_CRM || known() == WaitReason.MERGED_IN_CRM;
        }

        /** A merge that is reported again must not hide the deletion that is told with it. */
        private boolean isMergeThatWaits(Incident repeated) {
            return held != null && known() == WaitReason.MERGED_IN_CRM && repeated.reason() == known();
        }

        private @Nullable WaitReason known() {
            return reason == null && held != null ? held.reason() : reason;
        }

        /** The same incident with the other way in which the record ended. Neither replaces the other, in whatever order they come. */
        private KnownIncident with(Incident other, Instant otherAt, Instant now) {
            Instant latest = otherAt.isAfter(at) ? otherAt : at;
            String into = other.mergedInto() == null ? mergedInto : other.mergedInto();
            WaitReason otherReason = Objects.requireNonNull(other.reason());
            if (held != null && held.explanation().contains(other.text())) {
                return new KnownIncident(latest, held, reason, into);
            }
            if (held == null) {
                return new KnownIncident(latest, Wait.because(otherReason, other.text(), now), otherReason, into);
            }
            boolean isMergeLater = otherReason == WaitReason.MERGED_IN_CRM;
            String both = (isMergeLater ? other.text() : held.explanation())
                    + "; "
                    + (isMergeLater ? held.explanation() : other.text());
            Wait joined = Wait.because(WaitReason.MERGED_IN_CRM, both, now).after(held);
            return new KnownIncident(latest, joined, WaitReason.MERGED_IN_CRM, into);
        }
    }

    /** Says what became of a change that was not applied to the referral. */
    public record Note(Instant at, String stage, String text) {}

    /** Whether the deal is linked, and whether its changes have been applied. */
    public enum State {
        /** The deal is not linked to a referral. */
        UNLINKED,
        /** Changes wait until they can be applied, or until a person decides. */
        WAITING,
        /** All changes have been applied to the referral. */
        SETTLED
    }

    public static CrmDeal firstHeardOf(Crm crm, String crmDealId, Instant now) {
        return new CrmDeal(
                crm,
                crmDealId,
                0,
                0,
                null,
                Map.of(),
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                Links.NONE,
                List.of(),
                List.of(),
                now,
                now);
    }

    /** The id of a deal, such as {@code hubspot/9876543210}. */
    public static String idOf(Crm crm, String crmDealId) {
        return crm.source() + "/" + crmDealId;
    }

    public String id() {
        return idOf(crm, crmDealId);
    }

    public State state() {
        if (referralId == null) {
            return State.UNLINKED;
        }
        return waiting.isEmpty() && waits().isEmpty() ? State.SETTLED : State.WAITING;
    }

    /** Why changes wait, at most one for each subject. */
    public List<Wait> waits() {
        return Stream.of(Subject.values())
                .flatMap(subject -> held(subject).stream())
                .toList();
    }

    public Optional<Wait> held(Subject subject) {
        return switch (subject) {
            case STAGE ->
                waiting.isEmpty()
                        ? Optional.empty()
                        : Optional.ofNullable(waiting.get(0).held());
            case TERMS -> Optional.ofNullable(difference);
            case RECORD -> Optional.ofNullable(incident).map(KnownIncident::held);
            case DETAILS -> Optional.ofNullable(gap);
            case LINK -> Optional.ofNullable(links.difference());
        };
    }

    @Nullable
    String fact(DealFact fact) {
        Known known = facts.get(fact);
        return known == null || known.isCleared() ? null : known.value();
    }

    /** Whether the CRM has not reported, in its webhooks, all terms with which a deal is closed. */
    boolean lacksReportedTerms() {
        return Stream.of(DealFact.AMOUNT, DealFact.CURRENCY, DealFact.CLOSED_ON).anyMatch(this::isNotReported);
    }

    private boolean isNotReported(DealFact fact) {
        Known known = facts.get(fact);
        return known == null || known.at().equals(IN_A_FILE);
    }

    /** The deal with the facts of an import, except for those that the CRM has reported. */
    CrmDeal withImported(ImportMark mark) {
        Map<DealFact, Known> known = new EnumMap<>(DealFact.class);
        known.putAll(facts);
        if (mark.value() != null && isNotReported(DealFact.AMOUNT)) {
            known.put(DealFact.AMOUNT, new Known(mark.value().amount(), IN_A_FILE));
        }
        if (mark.value() != null && isNotReported(DealFact.CURRENCY)) {
            known.put(DealFact.CURRENCY, new Known(mark.value().currency(), IN_A_FILE));
        }
        if (mark.closeDate() != null && isNotReported(DealFact.CLOSED_ON)) {
            known.put(DealFact.CLOSED_ON, new Known(mark.closeDate().toString(), IN_A_FILE));
        }
        return known.equals(facts) ? this : CrmDealDraft.of(this).facts(known).deal();
    }

    /** Whether the deal was deleted or merged in the CRM. Its stages are not applied as long as it isn't restored. */
    boolean isGone() {
        return incident != null && incident.isEndOfDeal();
    }

    /**
     * The id of the deal that this one closes, or continues after a merge. An import of the same deal uses the same id. If a deal
     * was closed for another referral and reversed, the next one gets an id of its own.
     */
    String dealId() {
        if (continues != null) {
            return continues;
        }
        String first = SourceIds.dealId(crm.source(), crmDealId);
        long reversed = links.reversedDeals();
        return reversed == 0 ? first : first + "-" + (reversed + 1);
    }

    /** The latest stage that the CRM has reported; null if it isn't known. */
    @Nullable
    String latestStage() {
        return waiting.isEmpty()
                ? taken == null ? null : taken.stage()
                : waiting.get(waiting.size() - 1).stage();
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
                        new Known(value, change.at(), change.order()),
                        (old, next) -> next.moment().isBefore(old.moment()) ? old : next));
        List<StageChange> stages = new ArrayList<>(waiting);
        boolean isLate = change.stage() != null && isBeforeTaken(change);
        if (change.stage() != null && !isLate) {
            stages.add(new StageChange(change.stage(), change.at(), null, change.order()));
            stages.sort(Comparator.comparing(StageChange::moment));
        }
        List<String> ids = new ArrayList<>(seen);
        ids.add(seenAs(change));
        return CrmDealDraft.of(this)
                .facts(known)
                .waiting(stages)
                .incident(latest(change, now))
                .gap(gap(change, now))
                .noted(notes(change, isLate))
                .links(links.naming(change.referralId(), change.at()))
                .seen(ids)
                .lastHeardAt(now)
                .deal();
    }

    private boolean isBeforeTaken(DealChange change) {
        return taken != null && change.moment().isBefore(taken.moment());
    }

    private List<Note> notes(DealChange change, boolean isLate) {
        List<Note> noted = new ArrayList<>();
        if (change.remark() != null) {
            noted.add(new Note(change.at(), change.stage() == null ? "" : change.stage(), change.remark()));
        }
        if (change.incident() != null) {
            noted.add(new Note(change.at(), "", change.incident().text()));
        }
        if (isLate) {
            noted.add(late(change));
        }
        return noted;
    }

    private Note late(DealChange change) {
        return new Note(
                change.at(),
                change.stage() == null ? "" : change.stage(),
                "arrived late and was not applied, because the later stage %s has been handled already"
                        .formatted(taken == null ? "" : taken.stage()));
    }

    private @Nullable KnownIncident latest(DealChange change, Instant now) {
        Incident next = change.incident();
        if (next == null || !(next.isEndOfDeal() || next.isRestoration())) {
            return incident;
        }
        KnownIncident known = incident;
        if (known != null && known.isEndOfDeal() && next.isEndOfDeal() && known.known() != next.reason()) {
            return known.with(next, change.at(), now);
        }
        if (known != null && (change.at().isBefore(known.at()) || known.isMergeThatWaits(next))) {
            return known;
        }
        return next.isEndOfDeal()
                ? new KnownIncident(
                        change.at(),
                        Wait.because(Objects.requireNonNull(next.reason()), next.text(), now),
                        next.reason(),
                        next.mergedInto())
                : new KnownIncident(change.at(), null, null, null);
    }

    private @Nullable Wait gap(DealChange change, Instant now) {
        Incident next = change.incident();
        return next == null || next.reason() != WaitReason.DETAILS_MISSING
                ? gap
                : Wait.because(next.reason(), next.text(), now).after(gap);
    }

    private static String seenAs(DealChange change) {
        return DerivedId.of("evt", change.eventId());
    }
}
