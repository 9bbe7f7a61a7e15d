package io.entente.referral.deals.correction;

import io.entente.platform.domain.Change;
import io.entente.platform.domain.FieldError;
import io.entente.platform.domain.Loaded;
import io.entente.platform.domain.OptimisticRetry;
import io.entente.referral.deals.Deal;
import io.entente.referral.deals.DealCorrection;
import io.entente.referral.deals.DealDetails;
import io.entente.referral.deals.DealEvent;
import io.entente.referral.deals.DealRules;
import io.entente.referral.deals.Deals;
import io.entente.referral.referral.Referral;
import io.entente.referral.referral.ReferralId;
import io.entente.referral.referral.Referrals;
import io.entente.referral.referral.facts.Occurrence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Corrects deals and ends engagements. The cost is one update of the deal and doesn't grow with the referral. A command
 * that changes nothing, and a request that is repeated under its key, are answered with the deal and write nothing.
 */
public final class AmendDealHandler {

    private final Referrals referrals;
    private final Deals deals;
    private final DealRules rules;

    public AmendDealHandler(Referrals referrals, Deals deals, DealRules rules) {
        this.referrals = referrals;
        this.deals = deals;
        this.rules = rules;
    }

    /** The result of a command. */
    public sealed interface Amended {

        /** The deal has the wanted details. If {@code again} is true, it had them before, or the request was repeated. */
        record Done(Deal deal, boolean again) implements Amended {}

        /** Fields of the command are not acceptable for this deal. */
        record BadFields(List<FieldError> errors) implements Amended {}

        /** The state of the deal or of its referral doesn't allow it. */
        record Refused(String reason) implements Amended {}

        /** The caller's key was used for another request. */
        record KeyReused() implements Amended {}
    }

    /**
     * Applies a command.
     *
     * @param precondition throws if the caller decided on another version of the deal
     * @return empty if there is no such deal of this referral, or if the actor mustn't know of it
     */
    public Optional<Amended> handle(ReferralId id, Amendment command, Occurrence now, Consumer<Deal> precondition) {
        return referrals
                .find(id)
                .filter(referral ->
                        !now.isByOtherPartnerThan(referral.introduction().partnerId()))
                .flatMap(referral -> OptimisticRetry.retryOnConflict(() -> deals.load(command.dealId())
                        .filter(found -> found.state().referralId().equals(id))
                        .map(found -> amend(found, referral, command, now, precondition))));
    }

    private Amended amend(
            Loaded<Deal> found, Referral referral, Amendment command, Occurrence now, Consumer<Deal> precondition) {
        Deal deal = found.state();
        Optional<Amended> repeated = repeated(deal, command);
        if (repeated.isPresent()) {
            return repeated.get();
        }
        precondition.accept(deal);
        Optional<String> refusal = refusal(deal, referral, command, now);
        if (refusal.isPresent()) {
            return new Amended.Refused(refusal.get());
        }
        List<FieldError> errors = new ArrayList<>(command.badFields(deal));
        DealDetails after = command.applyTo(deal, referral);
        errors.addAll(rules.badFields(after.closedOn(), after.credit()));
        if (!errors.isEmpty()) {
            return new Amended.BadFields(errors);
        }
        return update(found, referral, command, after, now);
    }

    private Amended update(
            Loaded<Deal> found, Referral referral, Amendment command, DealDetails after, Occurrence now) {
        Deal deal = found.state();
        if (deal.details().differences(after).isEmpty()) {
            return new Amended.Done(deal, true);
        }
        DealCorrection correction = new DealCorrection(
                now.at(),
                now.actor().value(),
                command.kind(),
                command.reason(),
                deal.details().differences(after),
                deal.details(),
                command.request());
        Change<Deal, DealEvent> change = deal.corrected(new DealEvent.About(now, referral), after, correction);
        CompletableFuture<Void> unused = deals.update(found, change);
        return new Amended.Done(change.state(), false);
    }

    private static Optional<Amended> repeated(Deal deal, Amendment command) {
        DealCorrection.Request request = command.request();
        if (request == null) {
            return Optional.empty();
        }
        return deal.corrections().stream()
                .flatMap(correction -> Optional.ofNullable(correction.request()).stream())
                .filter(known -> known.name().equals(request.name()))
                .<Amended>map(known -> known.equals(request) ? new Amended.Done(deal, true) : new Amended.KeyReused())
                .findFirst();
    }

    private static Optional<String> refusal(Deal deal, Referral referral, Amendment command, Occurrence now) {
        Deal.Reversal reversal = deal.reversal();
        if (reversal != null) {
            return Optional.of(reversal.refusalOf(deal.dealId()));
        }
        Optional<String> ofReferral = referral.refusal(command.name(), now);
        if (ofReferral.isPresent()) {
            return ofReferral;
        }
        if (deal.corrections().size() >= DealCorrection.MAX_PER_DEAL) {
            return Optional.of("Deal %s was corrected %d times, which is the most. Reverse it and close it again."
                    .formatted(deal.dealId(), DealCorrection.MAX_PER_DEAL));
        }
        return command.refusal(deal);
    }
}
