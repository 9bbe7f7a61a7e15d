package io.entente.partner.agreements.plans;

import io.entente.partner.partnership.PartnershipModel;
import io.entente.partner.partnership.tier.Tier;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A version of a commission plan, as far as agreements are compared with it.
 *
 * @param effectiveTo the last closing day of deals that it prices; null if it has no end
 * @param tiers the plan applies to these; empty for all, as are the next two
 * @param specificity an open vocabulary, see {@link #rank}
 * @param rates that it can pay; empty if it pays none
 */
public record KnownPlan(
        String code,
        int version,
        LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo,
        List<Tier> tiers,
        List<PartnershipModel> models,
        List<String> partnerIds,
        String specificity,
        String rule,
        List<BigDecimal> rates,
        String trigger,
        int netDays) {

    /** Referrals that are returned and not paid. */
    private static final String RECIPROCAL = "RECIPROCAL";

    /** The most specific one prices the deals of a partner. */
    private static final List<String> ORDER = List.of("PARTNER", "MODEL_AND_TIER", "TIER", "MODEL", "ALL");

    public KnownPlan {
        tiers = List.copyOf(tiers);
        models = List.copyOf(models);
        partnerIds = List.copyOf(partnerIds);
        rates = List.copyOf(rates);
    }

    boolean isInForceOn(LocalDate day) {
        return !effectiveFrom.isAfter(day) && (effectiveTo == null || !effectiveTo.isBefore(day));
    }

    boolean appliesTo(String partnerId, PartnershipModel model, Tier tier) {
        return (tiers.isEmpty() || tiers.contains(tier))
                && (models.isEmpty() || models.contains(model))
                && (partnerIds.isEmpty() || partnerIds.contains(partnerId));
    }

    /** The lower, the more specific. A word that isn't known is the least specific. */
    int rank() {
        int rank = ORDER.indexOf(specificity);
        return rank < 0 ? ORDER.size() : rank;
    }

    boolean pays(BigDecimal rate) {
        return rates.stream().anyMatch(each -> each.compareTo(rate) == 0);
    }

    boolean paysMoney() {
        return !rule.equals(RECIPROCAL);
    }
}
