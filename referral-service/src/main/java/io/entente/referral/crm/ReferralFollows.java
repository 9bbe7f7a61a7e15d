package io.entente.referral.crm;

import io.entente.platform.domain.Actor;
import io.entente.platform.domain.DerivedId;
import io.entente.platform.domain.FieldError;
import io.entente.platform.domain.MoneyJson;
import io.entente.referral.crm.CrmDeal.Note;
import io.entente.referral.crm.CrmDeal.StageChange;
import io.entente.referral.crm.CrmSettings.Connection;
import io.entente.referral.crm.waiting.Wait;
import io.entente.referral.crm.waiting.WaitReason;
import io.entente.referral.deals.CloseDeal;
import io.entente.referral.deals.CloseDealHandler;
import io.entente.referral.deals.CloseDealHandler.Closing;
import io.entente.referral.deals.Deal;
import io.entente.referral.deals.Deals;
import io.entente.referral.intake.profiles.ImportProfile;
import io.entente.referral.intake.profiles.SourceIds;
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
    private final Deals deals;
    private final ReferralCommandHandler commands;
    private final CloseDealHandler closing;
    private final Clock clock;

    ReferralFollows(
            Referrals referrals, Deals deals, ReferralCommandHandler commands, CloseDealHandler closing, Clock clock) {
        this.referrals = referrals;
        this.deals = deals;
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

        String dealId() {
            return ReferralFollows.dealId(deal);
        }
    }

    /** Applies the waiting changes to the referral in their order, and compares the terms of a deal that is closed. */
    CrmDeal take(CrmDeal deal, ImportProfile profile, Connection connection) {
        ReferralId referralId = deal.referralId();
        if (referralId == null) {
            return deal;
        }
        Following following = new Following(deal, referralId, profile, connection);
        List<Note> notes = new ArrayList<>();
        List<StageChange> kept = new ArrayList<>();
        for (StageChange change : deal.waiting()) {
            apply(change, following, kept, notes);
        }
        Wait difference = difference(following);
        if (difference != null && deal.difference() == null) {
            notes.add(new Note(difference.since(), "", difference.explanation()));
        }
        return CrmDealDraft.of(deal)
                .waiting(kept)
                .difference(difference == null ? null : difference.after(deal.difference()))
                .noted(notes)
                .deal();
    }

    /** @param kept the changes before this one that wait; those whose stage is known are superseded by a known stage */
    private void apply(StageChange change, Following following, List<StageChange> kept, List<Note> notes) {
        Optional<Stage> stage = following.profile().stageOf(change.stage());
        if (stage.filter(Stage::isClosed).isPresent() && isSuperseded(following, change)) {
            notes.add(new Note(change.at(), change.stage(), "was not applied, because the stage changed again"));
            return;
        }
        Wait wait = stage.isEmpty() ? unknown(following.profile()) : follow(following, stage.get(), change);
        if (stage.isPresent()) {
            kept.forEach(earlier -> notes.add(new Note(
                    earlier.at(), earlier.stage(), "was not applied, because the deal is now " + change.stage())));
            kept.clear();
        }
        if (wait == null) {
            return;
        }
        if (change.held() == null || change.held().reason() != wait.reason()) {
            notes.add(new Note(change.at(), change.stage(), wait.explanation()));
        }
        kept.add(new StageChange(change.stage(), change.at(), wait.after(change.held())));
    }

    private Wait unknown(ImportProfile profile) {
        return Wait.forProfile(
                profile.version(), "the stage is no stage of the profile " + profile.code(), clock.instant());
    }

    /** @return why the change waits; null if it was applied, or if the referral was at the stage already */
    private @Nullable Wait follow(Following following, Stage stage, StageChange change) {
        Optional<Referral> found = referrals.find(following.id());
        if (found.isEmpty()) {
            return because(WaitReason.REFUSED, "there is no referral " + following.id());
        }
        ReferralStatus status = found.get().status();
        if (stage.isBehind(status)) {
            return stage.isBehindOpen(status)
                    ? null
                    : because(
                            WaitReason.MOVED_BACK,
                            "the referral is %s and does not move back; decide by hand what to do about it"
                                    .formatted(status));
        }
        boolean isThere = stage == Stage.SUBMITTED || (stage != Stage.WON && stage.status() == status);
        if (isThere || (stage == Stage.LOST && hasEnded(status))) {
            return null;
        }
        LocalDate on = LocalDate.ofInstant(change.at(), following.zone());
        if (stage == Stage.WON) {
            return won(following, on);
        }
        Wait notAccepted = give(following, new AcceptReferral());
        return notAccepted == null ? moved(following, stage, on) : notAccepted;
    }

    /** Whether a later change of stage says that a deal was won or lost only for a time. */
    private static boolean isSuperseded(Following following, StageChange change) {
        List<StageChange> all = following.deal().waiting();
        return all.subList(all.indexOf(change) + 1, all.size()).stream()
                .anyMatch(later -> following.profile().stageOf(later.stage()).isPresent());
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
        Optional<Deal> closed = known(following);
        if (closed.isPresent()) {
            return closed.get().reversal() == null ? null : reversed(closed.get());
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
        // A reversed deal counts, too: its reversal must not close a second record of the same sale.
        Optional<Deal> same = deals.closedOn(id, closedOn).stream()
                .filter(other -> other.amount().equals(amount))
                .findFirst();
        if (same.isPresent()) {
            return because(
                    WaitReason.REFUSED,
                    "the referral already has a deal of %s on %s%s; dismiss this change if it is the same deal, or close it by hand if it isn't"
                            .formatted(amount, closedOn, same.get().reversal() == null ? "" : ", which was reversed"));
        }
        String dealId = following.dealId();
        CloseDeal command = new CloseDeal(
                dealId,
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
        Optional<Deal> closed = known(following).filter(deal -> deal.reversal() == null);
        if (closed.isEmpty()) {
            return null;
        }
        Money recorded = closed.get().amount();
        Money amount = DealTerms.amount(following.deal(), recorded.getCurrencyUnit());
        if (amount == null || amount.equals(recorded)) {
            return null;
        }
        MoneyJson reported = MoneyJson.of(amount);
        return reported.equals(following.deal().dismissed())
                ? null
                : Wait.difference(MoneyJson.of(recorded), reported, clock.instant());
    }

    private Optional<Deal> known(Following following) {
        return deals.find(following.dealId()).filter(found -> found.referralId().equals(following.id()));
    }

    private Wait because(WaitReason reason, String explanation) {
        return Wait.because(reason, explanation, clock.instant());
    }

    /** The id of a deal. An import of the same deal uses the same id. */
    static String dealId(CrmDeal deal) {
        return SourceIds.dealId(deal.crm().source(), deal.crmDealId());
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
