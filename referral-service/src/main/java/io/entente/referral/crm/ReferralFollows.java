package io.entente.referral.crm;

import io.entente.platform.domain.Actor;
import io.entente.platform.domain.DerivedId;
import io.entente.platform.domain.FieldError;
import io.entente.referral.crm.CrmDeal.Note;
import io.entente.referral.crm.CrmDeal.StageChange;
import io.entente.referral.crm.CrmSettings.Connection;
import io.entente.referral.crm.StageDecision.Step;
import io.entente.referral.crm.waiting.Wait;
import io.entente.referral.crm.waiting.WaitReason;
import io.entente.referral.deals.CloseDeal;
import io.entente.referral.deals.CloseDealHandler;
import io.entente.referral.deals.CloseDealHandler.Closing;
import io.entente.referral.deals.Deal;
import io.entente.referral.intake.profiles.ImportProfile;
import io.entente.referral.intake.profiles.SourceIds;
import io.entente.referral.intake.profiles.Stage;
import io.entente.referral.referral.Referral;
import io.entente.referral.referral.ReferralCommand;
import io.entente.referral.referral.ReferralCommandHandler;
import io.entente.referral.referral.ReferralCommandHandler.Answer;
import io.entente.referral.referral.ReferralId;
import io.entente.referral.referral.Referrals;
import io.entente.referral.referral.commands.AcceptReferral;
import io.entente.referral.referral.commands.LoseReferral;
import io.entente.referral.referral.commands.RecordContact;
import io.entente.referral.referral.commands.RecordMeeting;
import io.entente.referral.referral.commands.RecordProposal;
import io.entente.referral.referral.facts.Occurrence;
import io.entente.referral.referral.facts.Progress;
import io.entente.referral.referral.facts.Reason;
import io.entente.referral.referral.facts.Today;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Applies the changes of a CRM's deal to its referral. {@link StageDecision} decides what each change of stage does, and this
 * class gives the commands that lead there. The commands are idempotent, so a change that a crash interrupted is applied again
 * with the same result. A change that can't be applied waits, and says why. A later change of stage supersedes it.
 */
final class ReferralFollows {

    private static final String REASON_NOT_GIVEN = "Lost according to the firm's CRM";

    private final Referrals referrals;
    private final RelatedDeals related;
    private final ReferralCommandHandler commands;
    private final CloseDealHandler closing;
    private final Clock clock;

    ReferralFollows(
            Referrals referrals,
            RelatedDeals related,
            ReferralCommandHandler commands,
            CloseDealHandler closing,
            Clock clock) {
        this.referrals = referrals;
        this.related = related;
        this.commands = commands;
        this.closing = closing;
        this.clock = clock;
    }

    /** A deal with what is needed to apply its changes. */
    private record Following(CrmDeal deal, ReferralId id, ImportProfile profile, Connection connection) {

        Actor actor() {
            return Actor.crm(deal.crm().source());
        }

        ZoneId zone() {
            return connection.timeZone();
        }

        boolean isWon(StageChange change) {
            return profile.stageOf(change.stage()).filter(Stage.WON::equals).isPresent();
        }
    }

    /** Applies the waiting changes to the referral in their order, and compares the terms of a deal that is closed. */
    CrmDeal take(CrmDeal reported, ImportProfile profile, Connection connection) {
        ReferralId referralId = reported.referralId();
        if (referralId == null) {
            return reported;
        }
        CrmDeal deal = continued(new Following(withImported(reported), referralId, profile, connection));
        Following following = new Following(deal, referralId, profile, connection);
        List<Note> notes = new ArrayList<>();
        CrmDealDraft draft = CrmDealDraft.of(deal);
        List<StageChange> kept = new ArrayList<>();
        for (int i = 0; i < deal.waiting().size(); i++) {
            StageChange change = deal.waiting().get(i);
            StageChange waits = apply(change, i == deal.waiting().size() - 1, following, notes);
            if (waits == null) {
                draft.taken(change);
            } else {
                kept.add(waits);
            }
        }
        Wait difference = difference(following);
        if (difference != null && deal.difference() == null) {
            notes.add(new Note(difference.since(), "", difference.explanation()));
        }
        return draft.waiting(kept)
                .difference(difference == null ? null : difference.after(deal.difference()))
                .noted(notes)
                .deal();
    }

    /**
     * The deal with the facts that an import of the same deal has read from a file, because the CRM doesn't report again what
     * hasn't changed. A fact that the CRM has reported precedes them.
     */
    private CrmDeal withImported(CrmDeal deal) {
        if (deal.waiting().isEmpty() || !deal.lacksReportedTerms()) {
            return deal;
        }
        ReferralId imported = SourceIds.referralId(deal.crm().source(), deal.crmDealId());
        return referrals
                .find(imported)
                .map(Referral::imported)
                .filter(mark -> related.closedBy(deal).isEmpty())
                .map(deal::withImported)
                .orElse(deal);
    }

    /** The deal as the continuation of the one that was closed before the CRM merged it into this one. */
    private CrmDeal continued(Following following) {
        CrmDeal deal = following.deal();
        if (deal.continues() != null || deal.waiting().stream().noneMatch(following::isWon)) {
            return deal;
        }
        List<Deal> merged = related.closedByMerged(deal);
        boolean isOne = merged.size() == 1 && merged.get(0).referralId().equals(deal.referralId());
        return isOne && related.closedBy(deal).isEmpty()
                ? CrmDealDraft.of(deal).continuing(merged.get(0).dealId()).deal()
                : deal;
    }

    /**
     * Applies a change.
     *
     * @return the change with the reason why it waits; null if it has been handled
     */
    private @Nullable StageChange apply(StageChange change, boolean isLast, Following following, List<Note> notes) {
        Step step = new StageDecision(
                        related.situationOf(following.deal(), following.id()),
                        following.profile(),
                        following.connection())
                .of(change, isLast);
        if (step instanceof Step.Stays stays && stays.note() != null) {
            notes.add(new Note(change.at(), change.stage(), stays.note()));
        }
        if (step instanceof Step.Superseded) {
            return superseded(change, following, notes);
        }
        Wait wait = carriedOut(step, following);
        if (wait == null) {
            return null;
        }
        return isLast ? kept(change, wait, notes) : superseded(change, following, notes);
    }

    /** @return why the change waits; null if it was applied, or if there is nothing to apply */
    private @Nullable Wait carriedOut(Step step, Following following) {
        if (step instanceof Step.Waits waits) {
            return waits.held();
        }
        if (step instanceof Step.Moves moves) {
            Wait notAccepted = give(following, new AcceptReferral());
            Wait wait = notAccepted == null ? moved(following, moves.stage(), moves.on()) : notAccepted;
            return wait == null || isReached(following, moves.stage()) ? null : wait;
        }
        if (step instanceof Step.Closes closes) {
            Wait notAccepted = give(following, new AcceptReferral());
            return notAccepted == null ? close(following, closes.amount(), closes.closedOn()) : notAccepted;
        }
        return null;
    }

    private static StageChange kept(StageChange change, Wait wait, List<Note> notes) {
        if (change.held() == null || change.held().reason() != wait.reason()) {
            notes.add(new Note(change.at(), change.stage(), wait.explanation()));
        }
        return change.heldBy(wait.after(change.held()));
    }

    private static @Nullable StageChange superseded(StageChange change, Following following, List<Note> notes) {
        List<StageChange> all = following.deal().waiting();
        notes.add(new Note(
                change.at(),
                change.stage(),
                "was not applied, because the deal is now "
                        + all.get(all.size() - 1).stage()));
        return null;
    }

    /** Whether the same change has been applied meanwhile, because a request and an event of the referral can come together. */
    private boolean isReached(Following following, Stage stage) {
        return referrals
                .find(following.id())
                .filter(referral -> referral.status() == stage.status())
                .isPresent();
    }

    private @Nullable Wait moved(Following following, Stage stage, LocalDate on) {
        return switch (stage) {
            case CONTACTED -> give(following, new RecordContact(on));
            case MEETING_HELD -> give(following, new RecordMeeting(on));
            case PROPOSAL_SENT -> give(following, new RecordProposal(new Progress.Proposal(on, null)));
            case LOST -> give(following, new LoseReferral(Reason.of(lossReason(following.deal()))));
            case SUBMITTED, ACCEPTED, WON -> null;
        };
    }

    private @Nullable Wait give(Following following, ReferralCommand command) {
        Optional<Answer> answer = commands.handle(following.id(), command, following.actor(), referral -> {});
        if (answer.isEmpty()) {
            return because(WaitReason.REFUSED, "there is no referral " + following.id());
        }
        if (answer.get() instanceof Answer.Refused refused) {
            return because(WaitReason.REFERRAL_STATE, refused.reason());
        }
        return answer.get() instanceof Answer.BadFields bad ? because(WaitReason.REFUSED, said(bad.errors())) : null;
    }

    private @Nullable Wait close(Following following, Money amount, LocalDate closedOn) {
        ReferralId id = following.id();
        CloseDeal command = new CloseDeal(
                following.deal().dealId(),
                amount,
                closedOn,
                null,
                List.of(),
                null,
                DerivedId.sha256(following.deal().id()));
        Closing closed = closing.handle(id, command, null, Occurrence.live(clock, following.actor()), at -> {})
                .orElseGet(() -> new Closing.Refused("there is no referral " + id));
        if (closed instanceof Closing.Refused refused) {
            return because(WaitReason.REFERRAL_STATE, refused.reason());
        }
        if (closed instanceof Closing.Reversed reversed) {
            return StageDecision.reversed(reversed.deal(), clock.instant());
        }
        return closed instanceof Closing.BadFields bad ? because(WaitReason.REFUSED, said(bad.errors())) : null;
    }

    /** The terms of the CRM if they differ from those of the closed deal, and nobody has dismissed that. */
    private @Nullable Wait difference(Following following) {
        CrmDeal deal = following.deal();
        return deal.isGone()
                ? null
                : related.closedBy(deal)
                        .filter(closed -> closed.reversal() == null)
                        .map(closed -> new TermsDifference(closed, deal, Today.latestAnywhere(clock), following.zone()))
                        .map(terms -> terms.found(clock.instant()))
                        .orElse(null);
    }

    private Wait because(WaitReason reason, String explanation) {
        return Wait.because(reason, explanation, clock.instant());
    }

    private static String lossReason(CrmDeal deal) {
        String reason = deal.fact(DealFact.LOSS_REASON);
        return reason == null ? REASON_NOT_GIVEN : reason;
    }

    private static String said(List<FieldError> errors) {
        return errors.stream()
                .map(error -> error.field() + " " + error.message())
                .collect(Collectors.joining("; "));
    }
}
