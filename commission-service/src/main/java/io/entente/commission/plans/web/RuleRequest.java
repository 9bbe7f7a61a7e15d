package io.entente.commission.plans.web;

import io.entente.commission.plans.rules.EarningRule;
import io.entente.commission.plans.rules.TierMode;
import io.entente.platform.domain.MoneyJson;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A plan's rule: its type, and exactly the fields that this type has.
 *
 * @param bands with {@code from} a number of deals, an amount, or a decimal from 0 to 1, as the type has it
 */
@ValidRule
record RuleRequest(
        @NotNull RuleType type,
        @Nullable String rate,
        @Nullable String passive,
        @Nullable String standard,
        @Nullable String active,
        @Nullable @Valid MoneyJson amount,
        @Nullable TierMode mode,
        @Nullable String window,
        @Nullable Integer minimumReferrals,
        @Nullable List<BandRequest> bands,
        @Nullable String share) {

    /** A rate, and from where it counts. */
    record BandRequest(@Nullable JsonNode from, @Nullable String rate) {}

    /** The earning rules a plan may have. */
    enum RuleType {
        PERCENT,
        BY_INVOLVEMENT,
        FLAT,
        VOLUME_TIERS,
        DEAL_SIZE_TIERS,
        LIFETIME_VALUE_TIERS,
        CONVERSION_TIERS,
        REVENUE_SPLIT,
        RECIPROCAL
    }

    /** Once it is valid. */
    EarningRule toRule() {
        RuleReading reading = new RuleReading(this);
        EarningRule rule = reading.read();
        if (rule == null) {
            throw new IllegalStateException("not validated: " + reading.problems());
        }
        return rule;
    }
}
