package io.entente.referral.attribution.conflicts;

import io.entente.platform.domain.FieldError;
import io.entente.referral.attribution.policy.AttributionRule;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An operator's command to decide a conflict.
 *
 * @param rule absent for the program's default
 * @param winner the referral that gets the claim. FIRST_INTRODUCTION implies it, and SPLIT has none
 * @param shares of the credit for later deals, under SPLIT
 * @param reason is shown to both partners
 */
public record DecideConflict(
        @Nullable AttributionRule rule, @Nullable String winner, List<Share> shares, String reason) {

    public DecideConflict {
        shares = List.copyOf(shares);
    }

    /** The fields that don't fit the case. */
    public List<FieldError> badFields(ConflictCase conflict) {
        AttributionRule by = ruleFor(conflict);
        List<FieldError> errors = new ArrayList<>();
        if (!conflict.rules().contains(by)) {
            errors.add(new FieldError("rule", "must be one of the program's rules: " + conflict.rules()));
        }
        if (by == AttributionRule.SPLIT) {
            addBadShares(conflict, errors);
        } else {
            addBadWinner(conflict, by, errors);
        }
        return errors;
    }

    Verdict verdict(ConflictCase conflict, Instant now, String by) {
        return new Verdict(ruleFor(conflict), winnerIn(conflict), shares, reason, now, by);
    }

    /** The winner under the rule; absent under SPLIT. */
    public @Nullable String winnerIn(ConflictCase conflict) {
        return switch (ruleFor(conflict)) {
            case SPLIT -> null;
            case FIRST_INTRODUCTION -> conflict.first().referralId();
            case MOST_INFLUENCE, CLIENT_CHOOSES -> winner;
        };
    }

    boolean isSameAs(Verdict verdict, ConflictCase conflict) {
        return verdict.equals(verdict(conflict, verdict.at(), verdict.by()));
    }

    private AttributionRule ruleFor(ConflictCase conflict) {
        return rule == null ? conflict.rules().get(0) : rule;
    }

    private void addBadWinner(ConflictCase conflict, AttributionRule by, List<FieldError> errors) {
        if (!shares.isEmpty()) {
            errors.add(new FieldError("shares", "must be absent unless the rule is SPLIT"));
        }
        String first = conflict.first().referralId();
        if (by == AttributionRule.FIRST_INTRODUCTION) {
            if (winner != null && !winner.equals(first)) {
                errors.add(new FieldError("winner", "must be %s, which %s implies, or absent".formatted(first, by)));
            }
        } else if (winner == null || !conflict.isOfReferral(winner)) {
            errors.add(new FieldError(
                    "winner",
                    "must be %s or %s"
                            .formatted(
                                    conflict.holder().referralId(),
                                    conflict.challenger().referralId())));
        }
    }

    private void addBadShares(ConflictCase conflict, List<FieldError> errors) {
        if (winner != null) {
            errors.add(new FieldError("winner", "must be absent under SPLIT, because both referrals continue"));
        }
        Map<String, BigDecimal> parts = new HashMap<>();
        shares.forEach(share -> parts.merge(share.partnerId(), share.share(), BigDecimal::add));
        boolean both = shares.size() == 2
                && parts.containsKey(conflict.holder().partnerId())
                && parts.containsKey(conflict.challenger().partnerId());
        BigDecimal sum = parts.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        boolean positive = parts.values().stream().allMatch(part -> part.signum() > 0);
        if (!both || !positive || sum.compareTo(BigDecimal.ONE) != 0) {
            errors.add(new FieldError(
                    "shares",
                    "must be one share of %s and one of %s, each more than 0, that add up to exactly 1"
                            .formatted(
                                    conflict.holder().partnerId(),
                                    conflict.challenger().partnerId())));
        }
    }
}
