package io.entente.referral.deals;

import io.entente.platform.domain.Change;
import io.entente.platform.domain.FieldError;
import io.entente.platform.domain.Loaded;
import io.entente.platform.domain.OptimisticRetry;
import io.entente.referral.referral.CommandName;
import io.entente.referral.referral.Referral;
import io.entente.referral.referral.ReferralCommandHandler.Answer;
import io.entente.referral.referral.ReferralId;
import io.entente.referral.referral.Referrals;
import io.entente.referral.referral.facts.Occurrence;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Reverses deals. The update of the deal decides. If it was the last deal that isn't reversed, {@link WinReferrals} moves the
 * referral back to the state before.
 */
public final class ReverseDealHandler {

    private final Referrals referrals;
    private final Deals deals;
    private final WinReferrals wins;

    public ReverseDealHandler(Referrals referrals, Deals deals, WinReferrals wins) {
        this.referrals = referrals;
        this.deals = deals;
        this.wins = wins;
    }

    /**
     * Reverses a deal. A deal that is already reversed stays as it is.
     *
     * @param precondition throws if the caller decided on another version of the referral
     * @return empty if there is no such referral, or if the actor mustn't know of it
     */
    public Optional<Answer> handle(
            ReferralId id, ReverseDeal command, Occurrence now, Consumer<Referral> precondition) {
        return referrals
                .find(id)
                .filter(referral ->
                        !now.isByOtherPartnerThan(referral.introduction().partnerId()))
                .map(referral -> {
                    precondition.accept(referral);
                    return OptimisticRetry.retryOnConflict(() -> reverse(referral, command, now));
                });
    }

    private Answer reverse(Referral referral, ReverseDeal command, Occurrence now) {
        Optional<Loaded<Deal>> found = deals.load(command.dealId())
                .filter(deal -> deal.state().referralId().equals(referral.id()));
        boolean isDone = found.filter(deal -> deal.state().reversal() != null).isPresent();
        if (isDone) {
            return new Answer.Done(referral, true);
        }
        Optional<String> refusal = referral.refusal(CommandName.REVERSE_DEAL, now);
        if (refusal.isPresent()) {
            return new Answer.Refused(refusal.get());
        }
        List<FieldError> bad = found.map(deal -> command.badFields(deal.state(), now.at()))
                .orElseGet(() -> List.of(new FieldError("dealId", "must be a deal of this referral")));
        if (found.isEmpty() || !bad.isEmpty()) {
            return new Answer.BadFields(bad);
        }
        Deal deal = found.get().state();
        Change<Deal, DealEvent> change = deal.reversed(
                new DealEvent.About(now, referral),
                command.dayFor(deal, now.at()),
                command.reason(),
                isLast(deal) && UnwinReferral.isPossible(referral));
        CompletableFuture<Void> unused = deals.update(found.get(), change);
        return new Answer.Done(wins.reversed(change.state(), now).orElse(referral), false);
    }

    private boolean isLast(Deal deal) {
        return deals.live(deal.referralId(), 2).stream()
                .allMatch(live -> live.dealId().equals(deal.dealId()));
    }
}
