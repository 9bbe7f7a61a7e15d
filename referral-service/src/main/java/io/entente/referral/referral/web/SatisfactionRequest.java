package io.entente.referral.referral.web;

import io.entente.referral.referral.commands.RateSatisfaction;
import io.entente.referral.referral.facts.Rating;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** {@code POST /api/referrals/{id}/satisfaction}. */
record SatisfactionRequest(
        @NotNull @Min(0) @Max(Rating.MAX_SCORE) Integer rating,
        @Nullable @Size(min = 1, max = 100) String dealId,
        @Nullable @Size(min = 1, max = Rating.MAX_COMMENT_LENGTH) String comment) {

    RateSatisfaction toCommand(boolean isDealKnown) {
        return new RateSatisfaction(rating, dealId, comment, isDealKnown);
    }

    @Override
    public String toString() {
        return "SatisfactionRequest[%d, deal %s]".formatted(rating, dealId);
    }
}
