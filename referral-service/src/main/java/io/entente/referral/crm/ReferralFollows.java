package io.entente.referral.crm;

import io.entente.platform.domain.Actor;
import io.entente.platform.domain.DerivedId;
import io.entente.platform.domain.FieldError;
import io.entente.referral.crm.CrmDeal.Note;
import io.entente.referral.crm.CrmDeal.StageChange;
import io.entente.referral.crm.CrmSettings.Connection;
import io.entente.referral.crm.waiting.Wait;
import io.entente.referral.crm.waiting.WaitReason;
import io.entente.referral.deals.CloseDeal;
import io.entente.referral.deals.CloseDealHandler;
import io.entente.referral.deals.CloseDealHandler.Closing;
import io.entente.referral.deals.Deal;
import io.entente.referral.intake.profiles.ImportProfile;
import io.entente.referral.intake.profiles.Stage;
import io.entente.referral.referral.Referral;
import io.entente.referral.referral.ReferralCommand;
import io.entente.referral.referral.ReferralCommandHandler;
import io.entente.referral.referral.ReferralCommandHandler.Answer;
import io.entente.referral.referral.ReferralId;
import io.entente.referral.referral.ReferralStatus;
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
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Applies the changes of a CRM's deal to its referral. Each change of stage becomes the commands that lead to that stage. The
 * commands are idempotent, so a change that a crash interrupted is applied again with the same result. A referral only moves
 * forward. A change that can't be applied waits, and says why. A later change of stage supersedes it.
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
        CrmDeal deal = continued(new Following(reported, referralId, profile, connection));
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
     * Applies a change. A closing or an unknown stage is not applied if the stage changed again, so at most the last change waits.
     *
     * @return the change with the reason why it waits; null if it has been handled
     */
    private @Nullable StageChange apply(StageChange change, boolean isLast, Following following, List<Note> notes) {
        Optional<Stage> stage = following.profile().stageOf(change.stage());
        if (following.deal().isGone()) {
            return isLast ? kept(change, gone(), notes) : superseded(change, following, notes);
        }
        if (!isLast && stage.filter(known -> !known.isClosed()).isEmpty()) {
            return superseded(change, following, notes);
        }
        Wait wait = stage.isEmpty() ? unknown(following.profile()) : follow(following, stage.get(), change, notes);
        if (wait == null) {
            return null;
        }
        return isLast ? kept(change, wait, notes) : superseded(change, following, notes);
    }

    private static StageChange kept(StageChange change, Wait wait, List<Note> notes) {
        if (change.held() == null || change.held().reason() != wait.reason()) {
            notes.add(new Note(change.at(), change.stage(), wait.explanation()));
        }
        return new StageChange(change.stage(), change.at(), wait.after(change.held()));
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

    private Wait gone() {
        return because(
                WaitReason.REFUSED,
                "the deal was deleted or merged in the CRM, so this stage is applied only if the deal is restored");
    }

    private Wait unknown(ImportProfile profile) {
        return Wait.forProfile(
                profile.version(), "the stage is no stage of the profile " + profile.code(), clock.instant());
    }

    /** @return why the change waits; null if it was applied, or if the referral was at the stage already */
    private @Nullable Wait follow(Following following, Stage stage, StageChange change, List<Note> notes) {
        Optional<Referral> found = referrals.find(following.id());
        if (found.isEmpty()) {
            return because(WaitReason.REFUSED, "there is no referral " + following.id());
        }
        ReferralStatus status = found.get().status();
        if (stage.isBehind(status)) {
            return stage.isBehindOpen(status) ? null : movedBack(status);
        }
        boolean isThere = stage == Stage.SUBMITTED || (stage != Stage.WON && stage.status() == status);
        if (isThere || (stage == Stage.LOST && hasEnded(status))) {
            return null;
        }
        if (status == ReferralStatus.DUPLICATE) {
            return because(
                    WaitReason.REFERRAL_STATE,
                    "the referral is DUPLICATE, and referral %s holds the client; link the deal to it if the sale belongs to it"
                            .formatted(found.get().duplicateOf()));
        }
        LocalDate on = LocalDate.ofInstant(change.at(), following.zone());
        if (stage == Stage.WON) {
            return won(following, on);
        }
        Optional<CrmDeal> open = stage == Stage.LOST
                ? related.openBeside(following.deal(), following.id(), following.profile())
                : Optional.empty();
        if (open.isPresent()) {
            notes.add(new Note(
                    change.at(),
                    change.stage(),
                    "was not applied, because deal %s of the referral is open or won"
                            .formatted(open.get().id())));
            return null;
        }
        if (stage == Stage.LOST && status == ReferralStatus.WON) {
            return movedBack(status);
        }
        Wait notAccepted = give(following, new AcceptReferral());
        Wait wait = notAccepted == null ? moved(following, stage, on) : notAccepted;
        return wait == null || isReached(following, stage) ? null : wait;
    }

    private Wait movedBack(ReferralStatus status) {
        return because(
                WaitReason.MOVED_BACK,
                "the referral is %s and does not move back; decide by hand what to do about it".formatted(status));
    }

    /** Whether the same change has been applied meanwhile, because a request and an event of the referral can come together. */
    private boolean isReached(Following following, Stage stage) {
        return referrals
                .find(following.id())
                .filter(referral -> referral.status() == stage.status())
                .isPresent();
    }

    /** Whether the referral has ended without a deal, so that a loss changes nothing. */
    private static boolean hasEnded(ReferralStatus status) {
        return switch (status) {
            case DUPLICATE, DECLINED, WITHDRAWN, EXPIRED -> true;
            default -> false;
        };
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

    private @Nullable Wait won(Following following, LocalDate changedOn) {
        Optional<Deal> closed = related.closedBy(following.deal());
        if (closed.isPresent()) {
            return closed.get().reversal() == null ? null : reversed(closed.get());
        }
        List<Deal> merged = related.closedByMerged(following.deal());
        if (!merged.isEmpty()) {
            return because(
                    WaitReason.REFUSED,
                    "the CRM merged deals into this one that are closed already (%s); correct or reverse them by hand, and dismiss this change"
                            .formatted(merged.stream().map(Deal::dealId).collect(Collectors.joining(", "))));
        }
        if (related.isInConflict(following.id())) {
            return because(
                    WaitReason.REFERRAL_STATE, "a conflict about the client is open; decide first whose client it is");
        }
        Money amount = DealTerms.amount(following.deal(), following.profile());
        if (amount == null) {
            return because(WaitReason.AMOUNT_MISSING, DealTerms.whyNoAmount(following.deal(), following.profile()));
        }
        if (DealTerms.isDateUnreadable(following.deal(), following.zone())) {
            return because(
                    WaitReason.REFUSED,
                    "the closing date '%s' must be a date such as 2026-03-31"
                            .formatted(following.deal().fact(DealFact.CLOSED_ON)));
        }
        Instant assumeFrom =
                following.deal().lastHeardAt().plus(following.connection().currencyPatience());
        if (!DealTerms.hasCurrency(following.deal()) && clock.instant().isBefore(assumeFrom)) {
            return Wait.forCurrency(
                    assumeFrom,
                    "the currency of the deal is missing; at %s it will be taken to be %s"
                            .formatted(assumeFrom, amount.getCurrencyUnit()),
                    clock.instant());
        }
        LocalDate known = DealTerms.closedOn(following.deal(), Today.latestAnywhere(clock), following.zone());
        LocalDate closedOn = known == null ? changedOn : known;
        Wait notAccepted = give(following, new AcceptReferral());
        return notAccepted == null ? close(following, amount, closedOn) : notAccepted;
    }

    private @Nullable Wait close(Following following, Money amount, LocalDate closedOn) {
        ReferralId id = following.id();
        Optional<Deal> same = related.sameSale(following.deal(), amount, closedOn);
        if (same.isPresent()) {
            return because(
                    WaitReason.REFUSED,
                    "the referral already has a deal of %s on %s%s; dismiss this change if it is the same deal, or close it by hand if it isn't"
                            .formatted(
                                    amount,
                                    same.get().closedOn(),
                                    same.get().reversal() == null ? "" : ", which was reversed"));
        }
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
            return reversed(reversed.deal());
        }
        return closed instanceof Closing.BadFields bad ? because(WaitReason.REFUSED, said(bad.errors())) : null;
    }

    private Wait reversed(Deal deal) {
        return because(
                WaitReason.DEAL_REVERSED,
                "deal %s was reversed, so its id can't be used again".formatted(deal.dealId()));
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
