package io.entente.referral.crm;

import io.entente.platform.domain.Actor;
import io.entente.platform.domain.FieldError;
import io.entente.platform.domain.MoneyJson;
import io.entente.referral.crm.CrmDeal.KnownIncident;
import io.entente.referral.crm.CrmDeal.Note;
import io.entente.referral.crm.waiting.Wait;
import io.entente.referral.crm.waiting.WaitReason;
import io.entente.referral.crm.waiting.WaitReason.Subject;
import io.entente.referral.deals.correction.AmendDealHandler;
import io.entente.referral.deals.correction.AmendDealHandler.Amended;
import io.entente.referral.deals.correction.CorrectDeal;
import io.entente.referral.intake.profiles.SourceIds;
import io.entente.referral.referral.ReferralId;
import io.entente.referral.referral.facts.Occurrence;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Lets a person decide about a change of a CRM's deal that waits: accept the CRM's amount, or dismiss the change. */
public final class ResolveWaitHandler {

    private static final String NOTHING_WAITS = "No change of this subject waits.";

    private final CrmDeals deals;
    private final FollowedDeals followed;
    private final AmendDealHandler corrections;
    private final Clock clock;

    ResolveWaitHandler(CrmDeals deals, FollowedDeals followed, AmendDealHandler corrections, Clock clock) {
        this.deals = deals;
        this.followed = followed;
        this.corrections = corrections;
        this.clock = clock;
    }

    /** The result of a command. */
    public sealed interface Resolved {

        /** The deal without the change. */
        record Done(CrmDeal deal) implements Resolved {}

        /** The change can't be resolved in this way. */
        record Refused(String reason) implements Resolved {}

        /** Fields of the deal are not acceptable. */
        record BadFields(List<FieldError> errors) implements Resolved {}
    }

    /**
     * Dismisses a change. It will not be applied.
     *
     * @param reason is kept in the notes of the deal
     * @param precondition throws if the caller decided on another version of the deal
     * @return empty if the CRM has reported no such deal
     */
    public Optional<Resolved> dismiss(
            Crm crm, String id, Subject subject, String reason, Actor actor, Consumer<CrmDeal> precondition) {
        return find(crm, id).map(deal -> {
            precondition.accept(deal);
            return deal.held(subject)
                    .<Resolved>map(wait -> new Resolved.Done(followed.change(deal, now -> {
                        precondition.accept(now);
                        return dismissed(now, wait, reason, actor);
                    })))
                    .orElseGet(() -> new Resolved.Refused(NOTHING_WAITS));
        });
    }

    private CrmDeal dismissed(CrmDeal deal, Wait wait, String reason, Actor actor) {
        Subject subject = wait.reason().subject();
        if (deal.held(subject).filter(now -> now.reason() == wait.reason()).isEmpty()) {
            return deal;
        }
        String stage = subject == Subject.STAGE ? deal.waiting().get(0).stage() : "";
        CrmDealDraft draft = CrmDealDraft.of(deal)
                .noted(List.of(new Note(
                        clock.instant(), stage, "%s was dismissed by %s: %s".formatted(wait.reason(), actor, reason))));
        return switch (subject) {
            case STAGE ->
                draft.taken(deal.waiting().get(0))
                        .waiting(deal.waiting().subList(1, deal.waiting().size()))
                        .deal();
            case TERMS -> draft.difference(null).dismissed(wait).deal();
            case DETAILS -> draft.gap(null).deal();
            case LINK -> draft.links(deal.links().settledByPerson()).deal();
            case RECORD -> {
                KnownIncident incident = deal.incident();
                yield draft.incident(incident == null ? null : incident.heldAs(null))
                        .deal();
            }
        };
    }

    /**
     * Corrects the closed deal to the amount and the closing date that the CRM reports.
     *
     * @param reason a text for the partner
     * @param precondition throws if the caller decided on another version of the deal
     * @return empty if the CRM has reported no such deal
     */
    public Optional<Resolved> accept(Crm crm, String id, String reason, Actor actor, Consumer<CrmDeal> precondition) {
        return find(crm, id).map(deal -> {
            precondition.accept(deal);
            return accept(deal, reason, actor);
        });
    }

    private Resolved accept(CrmDeal deal, String reason, Actor actor) {
        Wait difference = deal.difference();
        ReferralId referralId = deal.referralId();
        if (difference == null || referralId == null) {
            return new Resolved.Refused(NOTHING_WAITS);
        }
        MoneyJson reported = difference.reported();
        if (reported != null && difference.reason() == WaitReason.CURRENCY_DIFFERS) {
            return new Resolved.Refused(
                    "The currency of a closed deal can't be corrected. Reverse the deal, and close it again under another id with %s %s."
                            .formatted(reported.currency(), reported.amount()));
        }
        boolean isBookable = reported != null || difference.recorded() == null;
        if (!isBookable || (reported == null && difference.reportedOn() == null)) {
            return new Resolved.Refused(
                    "A deal can't be closed with the terms that the CRM reports. Correct or reverse the deal by hand, or dismiss the change.");
        }
        CorrectDeal command = new CorrectDeal(
                deal.dealId(),
                new CorrectDeal.Wanted(
                        reported == null ? null : reported.toMoney(), difference.reportedOn(), null, null, null, null),
                reason,
                null);
        Amended amended = corrections
                .handle(referralId, command, Occurrence.live(clock, actor), anyVersion -> {})
                .orElseGet(() -> new Amended.Refused("The deal doesn't exist any more."));
        if (amended instanceof Amended.BadFields bad) {
            return new Resolved.BadFields(bad.errors());
        }
        return amended instanceof Amended.Refused refused
                ? new Resolved.Refused(refused.reason())
                : new Resolved.Done(followed.follow(deal));
    }

    private Optional<CrmDeal> find(Crm crm, String id) {
        return deals.find(crm, SourceIds.normalised(crm.source(), id));
    }
}
