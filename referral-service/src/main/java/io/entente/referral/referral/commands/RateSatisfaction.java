package io.entente.referral.referral.commands;

import io.entente.platform.domain.FieldError;
import io.entente.referral.referral.CommandName;
import io.entente.referral.referral.Referral;
import io.entente.referral.referral.ReferralCommand;
import io.entente.referral.referral.ReferralDraft;
import io.entente.referral.referral.ReferralEvent.SatisfactionRated;
import io.entente.referral.referral.Terms;
import io.entente.referral.referral.facts.Occurrence;
import io.entente.referral.referral.facts.Rating;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Records how satisfied the client is with the service it was referred for.
 *
 * @param score from 0 to 10
 * @param dealId absent if the whole referral is rated
 * @param isDealKnown whether {@code dealId} names a deal of the referral; deals are never deleted
 * @param comment in the client's words; stays in this service
 */
public record RateSatisfaction(int score, @Nullable String dealId, @Nullable String comment, boolean isDealKnown)
        implements ReferralCommand {

    @Override
    public CommandName name() {
        return CommandName.SATISFACTION;
    }

    @Override
    public boolean isDoneIn(Referral referral) {
        // Only the last rating of the same deal is compared, so a later return to an earlier score is a rating of its
        // own.
        return referral.ratings().stream()
                .filter(rating -> Objects.equals(rating.dealId(), dealId))
                .reduce((earlier, later) -> later)
                .map(last -> last.score() == score && Objects.equals(last.comment(), comment))
                .orElse(false);
    }

    @Override
    public List<FieldError> badFields(Referral referral, Instant now) {
        return dealId != null && !isDealKnown
                ? List.of(new FieldError("dealId", "must be a deal of this referral"))
                : List.of();
    }

    @Override
    public Optional<String> refusal(Referral referral) {
        return referral.ratings().size() < Rating.MAX_PER_REFERRAL
                ? Optional.empty()
                : Optional.of("The referral has %d ratings, which is the maximum.".formatted(Rating.MAX_PER_REFERRAL));
    }

    @Override
    public Effect applyTo(ReferralDraft draft, Occurrence now, Terms terms) {
        Rating rating = new Rating(now.at(), score, dealId, comment);
        draft.ratings(ReferralDraft.and(draft.referral().ratings(), rating));
        return new Effect.Published(new SatisfactionRated(now, rating));
    }

    @Override
    public String toString() {
        return "RateSatisfaction[%d, deal %s]".formatted(score, dealId);
    }
}
