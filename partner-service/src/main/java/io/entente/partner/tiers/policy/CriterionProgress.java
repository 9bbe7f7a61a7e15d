package io.entente.partner.tiers.policy;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How far a partner is with one criterion.
 *
 * @param required the least that the tier asks for
 * @param actual null if nothing was measured, which isn't held against the partner
 * @param currency of revenue; otherwise null
 */
public record CriterionProgress(
        Criterion criterion,
        BigDecimal required,
        @Nullable BigDecimal actual,
        @Nullable String currency,
        boolean isMet) {

    static CriterionProgress of(
            Criterion criterion, BigDecimal required, @Nullable BigDecimal actual, @Nullable String currency) {
        return new CriterionProgress(
                criterion, required, actual, currency, actual == null || actual.compareTo(required) >= 0);
    }
}
