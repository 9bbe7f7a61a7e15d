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
 * The rule of a plan: its type and exactly the fields of this type, see {@link RuleForm}.
 *
 * @param bands {@code from} is a number of deals, an amount, or a decimal from 0 to 1, depending on the type
 */
@ValidRule
record RuleRequest(
        @NotNull RuleForm type,
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

    /** A rate, and the value from which it applies. */
    record BandRequest(@Nullable JsonNode from, @Nullable String rate) {}

    /** @throws IllegalStateException if the request is not valid */
    EarningRule toRule() {
        RuleReading reading = new RuleReading(this);
        EarningRule rule = reading.read();
        if (rule == null) {
            throw new IllegalStateException("The rule was not validated: " + reading.problems());
        }
        return rule;
    }
}
