package io.entente.partner.programhealth.web;

import io.entente.partner.partnership.PartnershipModel;
import io.entente.partner.partnership.tier.Tier;
import io.entente.partner.programcosts.CostCategory;
import io.entente.partner.programhealth.Economics;
import io.entente.partner.programhealth.ProgramHealth;
import io.entente.partner.programhealth.ProgramHealth.Cohort;
import io.entente.partner.programhealth.ProgramHealth.PartnerCount;
import io.entente.partner.scorecards.Metric;
import io.entente.partner.scorecards.PartnerFigures;
import io.entente.platform.domain.MoneyJson;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The health of the program in the API.
 *
 * @param from the first day of the period
 * @param to the last day of the period
 * @param economics by currency; nothing is converted
 * @param cohorts partners by the quarter in which they joined, the oldest first
 * @param scorecards the path of the scorecards that the figures are made of
 * @param costs the path of the costs that were entered
 */
record ProgramHealthView(
        String period,
        LocalDate from,
        LocalDate to,
        PartnerCountView partners,
        ReferralQualityView referrals,
        List<EconomicsView> economics,
        List<CohortView> cohorts,
        String scorecards,
        String costs,
        long policyVersion) {

    static ProgramHealthView of(ProgramHealth health) {
        LocalDate from = health.period().firstDay();
        LocalDate to = health.period().lastDay();
        return new ProgramHealthView(
                health.period().toString(),
                from,
                to,
                PartnerCountView.of(health.partners()),
                ReferralQualityView.of(health.figures()),
                health.economics().stream()
                        .map(each -> EconomicsView.of(each, health.policy().healthyReturn()))
                        .toList(),
                health.cohorts().stream().map(CohortView::of).toList(),
                "/api/scorecards?period=" + health.period(),
                "/api/program-costs?from=%s&to=%s".formatted(from, to),
                health.policy().version());
    }

    /**
     * Partners gained and lost.
     *
     * @param active at the end of the period
     * @param added the partners that became active in the period
     * @param lost the partners whose partnership ended in the period
     * @param retention the share of the partners at the beginning that are still there at the end, in per cent; absent if there was none
     * @param byTier active partners by tier
     * @param byModel active partners by model
     */
    record PartnerCountView(
            int active,
            List<String> added,
            List<String> lost,
            @Nullable BigDecimal retention,
            Map<Tier, Integer> byTier,
            Map<PartnershipModel, Integer> byModel) {

        static PartnerCountView of(PartnerCount count) {
            return new PartnerCountView(
                    count.active(),
                    count.added(),
                    count.lost(),
                    count.retention(),
                    new TreeMap<>(count.byTier()),
                    new TreeMap<>(count.byModel()));
        }
    }

    /**
     * How many referrals there were and how good they were.
     *
     * @param conversion in per cent; absent if none was decided
     * @param satisfaction from 0 to 10; absent if nobody has rated
     * @param responsiveness in per cent; absent if no promise was due
     * @param engagement what people at partners have done beside referring clients
     */
    record ReferralQualityView(
            int sent,
            int received,
            @Nullable BigDecimal conversion,
            @Nullable BigDecimal satisfaction,
            @Nullable BigDecimal responsiveness,
            int engagement) {

        static ReferralQualityView of(PartnerFigures figures) {
            return new ReferralQualityView(
                    figures.sent().count(),
                    figures.received().count(),
                    Metric.CONVERSION.value(figures),
                    Metric.SATISFACTION.value(figures),
                    Metric.RESPONSIVENESS.value(figures),
                    figures.engagements());
        }
    }

    /**
     * What the program brings and costs in one currency.
     *
     * @param averageDeal absent if there was no deal
     * @param perReferral revenue by referrals that partners have sent; absent if there was none
     * @param perPartner revenue by active partners; absent if there is none
     * @param topPartners the partners that bring most, the first one first
     * @param topShare the share of the revenue that they bring, in per cent; absent if there is no revenue
     * @param costs by category
     * @param cost commission and all costs
     * @param returnOnCost how many times its cost the program brings; absent if it has cost nothing
     * @param healthy whether that is as much as the policy wants; absent if it has cost nothing
     */
    record EconomicsView(
            String currency,
            MoneyJson revenue,
            int deals,
            @Nullable MoneyJson averageDeal,
            @Nullable MoneyJson perReferral,
            @Nullable MoneyJson perPartner,
            List<TopPartnerView> topPartners,
            @Nullable BigDecimal topShare,
            MoneyJson commission,
            Map<CostCategory, MoneyJson> costs,
            MoneyJson cost,
            @Nullable BigDecimal returnOnCost,
            @Nullable Boolean healthy) {

        static EconomicsView of(Economics of, BigDecimal healthyReturn) {
            Map<CostCategory, MoneyJson> costs = new TreeMap<>();
            of.allCosts().forEach((category, sum) -> costs.put(category, MoneyJson.of(sum)));
            BigDecimal reached = of.returnOnCost();
            return new EconomicsView(
                    of.currency().getCode(),
                    MoneyJson.of(of.revenue()),
                    of.deals(),
                    json(of.averageDeal()),
                    json(of.perReferral()),
                    json(of.perPartner()),
                    of.top().stream()
                            .map(each -> new TopPartnerView(each.partnerId(), MoneyJson.of(each.revenue())))
                            .toList(),
                    of.topShare(),
                    MoneyJson.of(of.commission()),
                    costs,
                    MoneyJson.of(of.cost()),
                    reached,
                    reached == null ? null : reached.compareTo(healthyReturn) >= 0);
        }

        private static @Nullable MoneyJson json(@Nullable Money money) {
            return money == null ? null : MoneyJson.of(money);
        }
    }

    /** A partner that brings much of the revenue. */
    record TopPartnerView(String partnerId, MoneyJson revenue) {}

    /**
     * Partners that joined in the same quarter.
     *
     * @param quarter in which they joined
     * @param active how many are still there at the end of the period
     * @param retention their share, in per cent
     * @param sent the referrals that they have sent in the period
     */
    record CohortView(String quarter, int joined, int active, BigDecimal retention, int sent) {

        static CohortView of(Cohort cohort) {
            return new CohortView(
                    cohort.quarter(), cohort.joined(), cohort.active(), cohort.retention(), cohort.sent());
        }
    }
}
