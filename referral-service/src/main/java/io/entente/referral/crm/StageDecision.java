package io.entente.referral.crm;

import io.entente.referral.crm.CrmDeal.StageChange;
import io.entente.referral.crm.CrmSettings.Connection;
import io.entente.referral.crm.waiting.Wait;
import io.entente.referral.crm.waiting.WaitReason;
import io.entente.referral.deals.CloseDeal;
import io.entente.referral.deals.Deal;
import io.entente.referral.intake.profiles.ImportProfile;
import io.entente.referral.intake.profiles.Stage;
import io.entente.referral.referral.Referral;
import io.entente.referral.referral.ReferralStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Decides what a change of stage of a CRM's deal does to the referral. It looks at the situation and changes nothing. A referral
 * only moves forward, and a deal is closed only if its terms are known and nothing speaks against it.
 */
final class StageDecision {

    private final Situation situation;
    private final ImportProfile profile;
    private final Connection connection;

    /**
     * @param profile says what the CRM's stages mean
     * @param connection says how long a currency is awaited, and in which zone dates count
     */
    StageDecision(Situation situation, ImportProfile profile, Connection connection) {
        this.situation = situation;
        this.profile = profile;
        this.connection = connection;
    }

    /** What is known of the deal and its referral. Most of it is looked up only when it is asked for. */
    interface Situation {

        CrmDeal deal();

        /** Null if the referral doesn't exist. */
        @Nullable
        Referral referral();

        /** The referral in whose favour it was decided, if this one is a duplicate. */
        Optional<Referral> holder();

        /** The deal that the CRM's deal closed for the referral, reversed or not. */
        Optional<Deal> closed();

        /** The deals that are closed and were closed by deals that the CRM merged into this one. */
        List<Deal> closedByMerged();

        /** Another deal of the referral with the same amount and about the same date. */
        Optional<Deal> sameSale(Money amount, LocalDate closedOn);

        /** Another deal of the referral that the CRM reports as open or won. */
        Optional<CrmDeal> openBeside(ImportProfile profile);

        boolean isInConflict();

        /** Whether the referral was imported and another partner has its client, and nobody has decided between the two. */
        boolean isClientOfAnother();

        Instant now();

        /** The last day on which a deal can have been closed. */
        LocalDate latestDay();
    }

    /** What a change does. */
    sealed interface Step {

        /**
         * The referral stays as it is.
         *
         * @param note why, for people to read; null if there is nothing to say
         */
        record Stays(@Nullable String note) implements Step {}

        /** A later change of stage makes this one obsolete. */
        record Superseded() implements Step {}

        /** The change waits. */
        record Waits(Wait held) implements Step {}

        /** The referral is accepted, if it isn't yet, and moves to an open stage or is lost. */
        record Moves(Stage stage, LocalDate on) implements Step {}

        /** The referral is accepted, if it isn't yet, and a deal is closed. */
        record Closes(Money amount, LocalDate closedOn) implements Step {}
    }

    /** @param isLast whether the CRM has reported no later change of stage that waits */
    Step of(StageChange change, boolean isLast) {
        Optional<Stage> stage = profile.stageOf(change.stage());
        if (!isLast && stage.filter(known -> !known.isClosed()).isEmpty()) {
            return new Step.Superseded();
        }
        Step step = step(stage, change);
        return step instanceof Step.Waits && !isLast ? new Step.Superseded() : step;
    }

    private Step step(Optional<Stage> stage, StageChange change) {
        if (situation.deal().isGone()) {
            return waits(
                    WaitReason.REFUSED,
                    "the deal was deleted or merged in the CRM, so this stage is applied only if the deal is restored");
        }
        if (stage.isEmpty()) {
            return new Step.Waits(Wait.forProfile(
                    profile.version(), "the stage is no stage of the profile " + profile.code(), situation.now()));
        }
        Referral referral = situation.referral();
        return referral == null
                ? waits(
                        WaitReason.REFUSED,
                        "there is no referral " + situation.deal().referralId())
                : step(stage.get(), referral.status(), LocalDate.ofInstant(change.at(), connection.timeZone()));
    }

    private Step step(Stage stage, ReferralStatus status, LocalDate on) {
        if (stage.isBehind(status)) {
            return stage.isBehindOpen(status) ? new Step.Stays(null) : movedBack(status);
        }
        boolean isThere = stage == Stage.SUBMITTED || (stage != Stage.WON && stage.status() == status);
        if (isThere || (stage == Stage.LOST && hasEnded(status))) {
            return new Step.Stays(null);
        }
        if (status == ReferralStatus.DUPLICATE) {
            return waits(WaitReason.REFERRAL_STATE, duplicate());
        }
        return switch (stage) {
            case WON -> won(on);
            case LOST -> lost(status, on);
            case SUBMITTED, ACCEPTED, CONTACTED, MEETING_HELD, PROPOSAL_SENT -> new Step.Moves(stage, on);
        };
    }

    /** Whether the referral has ended without a deal, so that a loss changes nothing. */
    private static boolean hasEnded(ReferralStatus status) {
        return switch (status) {
            case DUPLICATE, DECLINED, WITHDRAWN, EXPIRED -> true;
            default -> false;
        };
    }

    private Step movedBack(ReferralStatus status) {
        return waits(
                WaitReason.MOVED_BACK,
                "the referral is %s and does not move back; decide by hand what to do about it".formatted(status));
    }

    private String duplicate() {
        return situation
                .holder()
                .map(holder ->
                        "the referral is DUPLICATE of referral %s, which is %s; link the deal to that one if the sale belongs to it, or dismiss this change"
                                .formatted(holder.id(), holder.status()))
                .orElse("the referral is DUPLICATE");
    }

    private Step lost(ReferralStatus status, LocalDate on) {
        Optional<CrmDeal> open = situation.openBeside(profile);
        if (open.isPresent()) {
            return new Step.Stays("was not applied, because deal %s of the referral is open or won"
                    .formatted(open.get().id()));
        }
        return status == ReferralStatus.WON ? movedBack(status) : new Step.Moves(Stage.LOST, on);
    }

    private Step won(LocalDate changedOn) {
        Optional<Deal> closed = situation.closed();
        if (closed.isPresent()) {
            return closed.get().reversal() == null
                    ? new Step.Stays(null)
                    : new Step.Waits(reversed(closed.get(), situation.now()));
        }
        List<Deal> merged = situation.closedByMerged();
        if (!merged.isEmpty()) {
            return waits(
                    WaitReason.REFUSED,
                    "the CRM merged deals into this one that are closed already (%s); correct or reverse them by hand, and dismiss this change"
                            .formatted(merged.stream().map(Deal::dealId).collect(Collectors.joining(", "))));
        }
        if (situation.isInConflict()) {
            return waits(
                    WaitReason.REFERRAL_STATE, "a conflict about the client is open; decide first whose client it is");
        }
        Referral referral = situation.referral();
        if (referral != null && !isUndecided(referral.status()) && situation.isClientOfAnother()) {
            return waits(
                    WaitReason.REFERRAL_STATE,
                    "another partner has the client of the imported referral; close the deal by hand if it belongs to this partner, or dismiss this change");
        }
        return onTerms(changedOn);
    }

    /** Whether the referral has yet to be accepted. Then a conflict begins if another partner has its client. */
    private static boolean isUndecided(ReferralStatus status) {
        return switch (status) {
            case SUBMITTED, UNDER_REVIEW, ACTION_REQUIRED, CONFLICTED, REOPENED -> true;
            default -> false;
        };
    }

    private Step onTerms(LocalDate changedOn) {
        CrmDeal deal = situation.deal();
        Money amount = DealTerms.amount(deal, profile);
        if (amount == null) {
            return waits(WaitReason.AMOUNT_MISSING, DealTerms.whyNoAmount(deal, profile));
        }
        if (DealTerms.isDateUnreadable(deal, connection.timeZone())) {
            return waits(
                    WaitReason.REFUSED,
                    "the closing date '%s' must be a date such as 2026-03-31".formatted(deal.fact(DealFact.CLOSED_ON)));
        }
        if (DealTerms.isDateTooEarly(deal, connection.timeZone())) {
            return waits(
                    WaitReason.REFUSED,
                    "the closing date '%s' must not be before %s"
                            .formatted(deal.fact(DealFact.CLOSED_ON), CloseDeal.EARLIEST));
        }
        Instant assumeFrom = deal.lastHeardAt().plus(connection.currencyPatience());
        if (!DealTerms.hasCurrency(deal) && situation.now().isBefore(assumeFrom)) {
            return new Step.Waits(Wait.forCurrency(
                    assumeFrom,
                    "the currency of the deal is missing; at %s it will be taken to be %s"
                            .formatted(assumeFrom, amount.getCurrencyUnit()),
                    situation.now()));
        }
        LocalDate known = DealTerms.closedOn(deal, situation.latestDay(), connection.timeZone());
        return unlessSame(amount, known == null ? changedOn : known);
    }

    private Step unlessSame(Money amount, LocalDate closedOn) {
        Optional<Deal> same = situation.sameSale(amount, closedOn);
        return same.isEmpty()
                ? new Step.Closes(amount, closedOn)
                : waits(
                        WaitReason.REFUSED,
                        "the referral already has a deal of %s on %s%s; dismiss this change if it is the same deal, or close it by hand if it isn't"
                                .formatted(
                                        amount,
                                        same.get().closedOn(),
                                        same.get().reversal() == null ? "" : ", which was reversed"));
    }

    static Wait reversed(Deal deal, Instant now) {
        return Wait.because(
                WaitReason.DEAL_REVERSED,
                "deal %s was reversed, so its id can't be used again".formatted(deal.dealId()),
                now);
    }

    private Step waits(WaitReason reason, String explanation) {
        return new Step.Waits(Wait.because(reason, explanation, situation.now()));
    }
}
