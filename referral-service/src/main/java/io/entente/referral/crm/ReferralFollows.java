package io.entente.referral.crm;

import io.entente.platform.domain.Actor;
import io.entente.platform.domain.DerivedId;
import io.entente.platform.domain.FieldError;
import io.entente.referral.crm.CrmDeal.Note;
import io.entente.referral.crm.CrmDeal.StageChange;
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
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Applies the changes of a CRM's deal to its referral. Each change of stage becomes the commands that lead to that stage. The
 * commands are idempotent, so a change that a crash interrupted is applied again with the same result. A referral only moves
 * forward. If a CRM moves a deal back, a note is added and a person decides.
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

    /** Applies the waiting changes to the referral in their order, and stops if information is missing. */
    CrmDeal take(CrmDeal deal, ImportProfile profile) {
        ReferralId referralId = deal.referralId();
        if (referralId == null) {
            return deal;
        }
        List<Note> notes = new ArrayList<>();
        int taken = 0;
        for (StageChange change : deal.waiting()) {
            Optional<Stage> stage = profile.stageOf(change.stage());
            if (stage.isPresent() && stage.get() == Stage.WON && needsAmount(deal, profile, referralId)) {
                break;
            }
            String refusal = stage.isEmpty()
                    ? "the stage is no stage of the profile " + profile.code()
                    : follow(referralId, deal, profile, stage.get(), change);
            if (refusal != null) {
                notes.add(new Note(change.at(), change.stage(), refusal));
            }
            taken++;
        }
        return taken == 0 ? deal : deal.afterTaking(taken, notes);
    }

    private boolean needsAmount(CrmDeal deal, ImportProfile profile, ReferralId referralId) {
        return DealTerms.amount(deal, profile) == null
                && referrals.find(referralId).isPresent()
                && known(deal, referralId).isEmpty();
    }

    /** @return why the change was not applied; null if it was applied, or if the referral was at the stage already */
    private @Nullable String follow(
            ReferralId id, CrmDeal deal, ImportProfile profile, Stage stage, StageChange change) {
        Optional<Referral> found = referrals.find(id);
        if (found.isEmpty()) {
            return "there is no referral " + id;
        }
        Referral referral = found.get();
        if (stage.isBehind(referral.status())) {
            return stage.isBehindOpen(referral.status())
                    ? null
                    : "the referral is %s and does not move back; decide by hand what to do about it"
                            .formatted(referral.status());
        }
        if (stage == Stage.SUBMITTED || (!stage.isClosed() && stage.status() == referral.status())) {
            return null;
        }
        if (stage == Stage.LOST && referral.status() == stage.status()) {
            return null;
        }
        Actor actor = Actor.crm(deal.crm().source());
        String refused =
                stage == Stage.WON && known(deal, id).isPresent() ? null : give(id, new AcceptReferral(), actor);
        if (refused != null) {
            return refused;
        }
        LocalDate on = LocalDate.ofInstant(change.at(), ZoneOffset.UTC);
        return switch (stage) {
            case SUBMITTED, ACCEPTED -> null;
            case CONTACTED -> give(id, new RecordContact(on), actor);
            case MEETING_HELD -> give(id, new RecordMeeting(on), actor);
            case PROPOSAL_SENT -> give(id, new RecordProposal(new Progress.Proposal(on, null)), actor);
            case LOST -> give(id, new LoseReferral(Reason.of(lossReason(deal))), actor);
            case WON -> close(referral, deal, profile, on, actor);
        };
    }

    private @Nullable String give(ReferralId id, ReferralCommand command, Actor actor) {
        Optional<Answer> answer = commands.handle(id, command, actor, referral -> {});
        if (answer.isEmpty()) {
            return "there is no referral " + id;
        }
        if (answer.get() instanceof Answer.Refused refused) {
            return refused.reason();
        }
        return answer.get() instanceof Answer.BadFields bad ? said(bad.errors()) : null;
    }

    private @Nullable String close(
            Referral referral, CrmDeal deal, ImportProfile profile, LocalDate changedOn, Actor actor) {
        Money amount = DealTerms.amount(deal, profile);
        LocalDate known = DealTerms.closedOn(deal, Today.latestAnywhere(clock));
        LocalDate closedOn = known == null ? changedOn : known;
        Optional<Deal> before = known(deal, referral.id());
        if (before.isPresent()) {
            return amount == null || before.get().amount().equals(amount)
                    ? null
                    : "the deal was closed before with %s, now %s; correct the deal"
                            .formatted(before.get().amount(), amount);
        }
        if (amount == null) {
            return "the amount of the deal is missing";
        }
        boolean same = deals.closedOn(referral.id(), closedOn).stream()
                .anyMatch(other -> other.amount().equals(amount));
        if (same) {
            return "the referral already has a deal of %s on %s, which is taken to be the same deal"
                    .formatted(amount, closedOn);
        }
        CloseDeal command =
                new CloseDeal(dealId(deal), amount, closedOn, null, List.of(), null, DerivedId.sha256(deal.id()));
        Closing closed = closing.handle(referral.id(), command, null, Occurrence.live(clock, actor), at -> {})
                .orElseGet(() -> new Closing.Refused("there is no referral " + referral.id()));
        if (closed instanceof Closing.Refused refused) {
            return refused.reason();
        }
        if (closed instanceof Closing.Reversed reversed) {
            return "deal %s was reversed, so its id can't be used again"
                    .formatted(reversed.deal().dealId());
        }
        return closed instanceof Closing.BadFields bad ? said(bad.errors()) : null;
    }

    private Optional<Deal> known(CrmDeal deal, ReferralId id) {
        return deals.find(dealId(deal)).filter(found -> found.referralId().equals(id));
    }

    /** The id of a deal. An import of the same deal uses the same id. */
    private static String dealId(CrmDeal deal) {
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
