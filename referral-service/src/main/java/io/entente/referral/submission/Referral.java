package io.entente.referral.submission;

import io.entente.messaging.aggregate.Change;
import io.entente.messaging.aggregate.Decision;
import io.entente.referral.submission.ReferralEvent.ClientContacted;
import io.entente.referral.submission.ReferralEvent.DealClosed;
import io.entente.referral.submission.ReferralEvent.ReferralAccepted;
import io.entente.referral.submission.ReferralEvent.ReferralDeclined;
import io.entente.referral.submission.ReferralEvent.ReferralLost;
import io.entente.referral.submission.ReferralEvent.ReferralSubmitted;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A client introduced by a partner to the firm, or by the firm to a partner. Commands return the referral as it is after
 * them, with the events that tell of it.
 *
 * @param version 1 when created, one more with every write
 * @param sequence number of the referral's last event
 * @param outcome why it was declined or lost
 * @param imported where an import wrote it last; absent where it never was in one
 */
public record Referral(
        ReferralId id,
        long version,
        long sequence,
        ReferralStatus status,
        SubmitReferral introduction,
        Instant submittedAt,
        @Nullable Instant responseDueAt,
        @Nullable Acceptance acceptance,
        @Nullable Outcome outcome,
        List<Deal> deals,
        @Nullable ImportMark imported) {

    /** One document must stay far from MongoDB's 16 MiB: a deal takes about 0.5 KiB, and the outbox its part. */
    public static final int MAX_DEALS = 500;

    public Referral {
        deals = List.copyOf(deals);
    }

    /** When the firm took it on, and until when the claim on the client is the partner's. */
    public record Acceptance(Instant at, Instant protectedUntil) {}

    /** Why a referral ended without a deal, and what the client may try instead. */
    public record Outcome(Instant at, String reason, @Nullable String alternative) {}

    /** A new referral. */
    public static Change<Referral, ReferralEvent> submit(
            ReferralId id, SubmitReferral introduction, Occurrence now, @Nullable Instant responseDueAt) {
        Referral submitted = new Referral(
                id, 1, 1, ReferralStatus.SUBMITTED, introduction, now.at(), responseDueAt, null, null, List.of(), null);
        return Change.of(submitted, new ReferralSubmitted(now, responseDueAt));
    }

    /** The firm takes it on; again is no change. */
    public Decision<Change<Referral, ReferralEvent>> accept(Occurrence now, ReferralPolicy policy) {
        return switch (status) {
            case SUBMITTED -> {
                Acceptance accepted = new Acceptance(now.at(), policy.protectedUntil(now.at()));
                yield to(
                        next(ReferralStatus.ACCEPTED, accepted, null, deals),
                        new ReferralAccepted(now, accepted.protectedUntil()));
            }
            case ACCEPTED, CONTACTED, WON -> Decision.allowed(Change.nothing(this));
            case DECLINED, LOST -> Decision.rejected(status.refusalOf("accept"));
        };
    }

    /** The firm doesn't take it on; again for the same reason is no change. */
    public Decision<Change<Referral, ReferralEvent>> decline(DeclineReferral decline, Occurrence now) {
        Outcome declined = new Outcome(now.at(), decline.reason(), decline.alternative());
        return switch (status) {
            case SUBMITTED ->
                to(next(ReferralStatus.DECLINED, null, declined, deals), new ReferralDeclined(now, decline));
            case DECLINED ->
                isDeclinedAs(decline)
                        ? Decision.allowed(Change.nothing(this))
                        : Decision.rejected("The referral is DECLINED already, for another reason.");
            case ACCEPTED, CONTACTED, WON, LOST -> Decision.rejected(status.refusalOf("decline"));
        };
    }

    /** The firm has spoken with the client. */
    public Decision<Change<Referral, ReferralEvent>> contact(LocalDate contactedOn, Occurrence now) {
        return switch (status) {
            case ACCEPTED ->
                to(next(ReferralStatus.CONTACTED, acceptance, null, deals), new ClientContacted(now, contactedOn));
            case CONTACTED -> Decision.allowed(Change.nothing(this));
            case SUBMITTED, DECLINED, WON, LOST -> Decision.rejected(status.refusalOf("contact"));
        };
    }

    /** The client doesn't buy. */
    public Decision<Change<Referral, ReferralEvent>> lose(String reason, Occurrence now) {
        return switch (status) {
            case ACCEPTED, CONTACTED ->
                to(
                        next(ReferralStatus.LOST, acceptance, new Outcome(now.at(), reason, null), deals),
                        new ReferralLost(now, reason));
            case SUBMITTED, DECLINED, WON, LOST -> Decision.rejected(status.refusalOf("lose"));
        };
    }

    /** The client buys. Whether the deal is known already is asked with {@link #deal} before. */
    public Decision<Change<Referral, ReferralEvent>> close(CloseDeal command, Occurrence now) {
        return ClosingPolicy.firstRefusal(this, command)
                .map(Decision::<Change<Referral, ReferralEvent>>rejected)
                .orElseGet(() -> {
                    Deal deal = dealOf(command, now);
                    List<Deal> all =
                            Stream.concat(deals.stream(), Stream.of(deal)).toList();
                    return to(next(ReferralStatus.WON, acceptance, null, all), new DealClosed(now, deal));
                });
    }

    public Optional<Deal> deal(String dealId) {
        return deals.stream().filter(deal -> deal.dealId().equals(dealId)).findFirst();
    }

    /** The same referral, marked as written by an import. */
    public Referral markedBy(ImportMark mark) {
        return new Referral(
                id,
                version,
                sequence,
                status,
                introduction,
                submittedAt,
                responseDueAt,
                acceptance,
                outcome,
                deals,
                mark);
    }

    /**
     * Several commands in one write: all of them, or the refusal of the first that is refused.
     *
     * @param first what was done so far; nothing where the referral exists
     * @param version the referral's with this write
     */
    public static Decision<Change<Referral, ReferralEvent>> inOneWrite(
            Change<Referral, ReferralEvent> first,
            long version,
            List<Function<Referral, Decision<Change<Referral, ReferralEvent>>>> commands) {
        Referral state = first.state();
        List<ReferralEvent> events = new ArrayList<>(first.events());
        for (Function<Referral, Decision<Change<Referral, ReferralEvent>>> command : commands) {
            Decision<Change<Referral, ReferralEvent>> decision = command.apply(state.atVersion(version - 1));
            if (!(decision instanceof Decision.Allowed<Change<Referral, ReferralEvent>> allowed)) {
                return decision;
            }
            state = allowed.outcome().state();
            events.addAll(allowed.outcome().events());
        }
        return Decision.allowed(new Change<>(state.atVersion(version), events));
    }

    private boolean isDeclinedAs(DeclineReferral decline) {
        return outcome != null && new DeclineReferral(outcome.reason(), outcome.alternative()).equals(decline);
    }

    private Deal dealOf(CloseDeal command, Occurrence now) {
        List<CreditShare> credit =
                command.credit().isEmpty() ? List.of(CreditShare.whole(introduction.partnerId())) : command.credit();
        return new Deal(
                command.dealId(),
                command.amount(),
                command.closedOn(),
                command.engagement(),
                credit,
                now.at(),
                version + 1,
                command.fingerprint());
    }

    private static Decision<Change<Referral, ReferralEvent>> to(Referral next, ReferralEvent event) {
        return Decision.allowed(Change.of(next, event));
    }

    private Referral next(
            ReferralStatus to, @Nullable Acceptance accepted, @Nullable Outcome ended, List<Deal> dealsNow) {
        return new Referral(
                id,
                version + 1,
                sequence + 1,
                to,
                introduction,
                submittedAt,
                responseDueAt,
                accepted,
                ended,
                dealsNow,
                imported);
    }

    private Referral atVersion(long written) {
        return new Referral(
                id,
                written,
                sequence,
                status,
                introduction,
                submittedAt,
                responseDueAt,
                acceptance,
                outcome,
                deals,
                imported);
    }
}
