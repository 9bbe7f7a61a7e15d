package io.entente.partner.programhealth;

import io.entente.partner.partnership.PartnershipModel;
import io.entente.partner.partnership.tier.Tier;
import io.entente.partner.scorecards.PartnerFigures;
import io.entente.partner.scorecards.ReportPeriod;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How well the program does in a period.
 *
 * @param figures of all partners together
 * @param economics by currency; nothing is converted
 * @param cohorts the oldest first
 */
public record ProgramHealth(
        ReportPeriod period,
        PartnerCount partners,
        PartnerFigures figures,
        List<Economics> economics,
        List<Cohort> cohorts,
        HealthPolicy policy) {

    /**
     * Partners gained and lost.
     *
     * @param active at the end of the period
     * @param added the partners that became active in the period
     * @param lost the partners whose partnership ended in the period
     * @param retention the share of the partners at the beginning that are still there at the end, in per cent; null if there was none
     */
    public record PartnerCount(
            int active,
            List<String> added,
            List<String> lost,
            @Nullable BigDecimal retention,
            Map<Tier, Integer> byTier,
            Map<PartnershipModel, Integer> byModel) {

        public PartnerCount {
            added = List.copyOf(added);
            lost = List.copyOf(lost);
            byTier = Map.copyOf(byTier);
            byModel = Map.copyOf(byModel);
        }
    }

    /**
     * Partners that joined in the same quarter.
     *
     * @param quarter such as {@code 2026-Q2}
     * @param active how many of them are still there at the end of the period
     * @param sent the referrals that they have sent in the period
     */
    public record Cohort(String quarter, int joined, int active, BigDecimal retention, int sent) {}
}
