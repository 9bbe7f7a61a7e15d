package io.entente.partner.programhealth;

import io.entente.partner.partnership.PartnerFilter;
import io.entente.partner.partnership.Partners;
import io.entente.partner.partnership.PartnershipModel;
import io.entente.partner.partnership.tier.Tier;
import io.entente.partner.programcosts.CostCategory;
import io.entente.partner.programcosts.ProgramCosts;
import io.entente.partner.programcosts.ProgramCosts.CostSum;
import io.entente.partner.programhealth.ProgramHealth.Cohort;
import io.entente.partner.programhealth.ProgramHealth.PartnerCount;
import io.entente.partner.scorecards.DealSum;
import io.entente.partner.scorecards.PartnerFigures;
import io.entente.partner.scorecards.ReportPeriod;
import io.entente.partner.scorecards.Scorecard;
import io.entente.partner.scorecards.Scorecards;
import io.entente.platform.domain.lists.AllPages;
import io.entente.platform.domain.lists.SortOrder;
import io.entente.platform.domain.policy.PolicyVersions;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Measures the health of the program in a month, a quarter or a year. It reads one record and at most one scorecard of each partner, however
 * many referrals there are.
 */
public final class MeasureHealth {

    private static final int PAGE = 200;
    private static final BigDecimal HUNDRED = new BigDecimal(100);

    private final Partners partners;
    private final Scorecards scorecards;
    private final ProgramCosts costs;
    private final PolicyVersions<HealthPolicy> policies;
    private final ZoneId zone;

    /** @param zone of the program's days */
    public MeasureHealth(
            Partners partners,
            Scorecards scorecards,
            ProgramCosts costs,
            PolicyVersions<HealthPolicy> policies,
            ZoneId zone) {
        this.partners = partners;
        this.scorecards = scorecards;
        this.costs = costs;
        this.policies = policies;
        this.zone = zone;
    }

    /** The health in a period. A period that isn't over is measured until today. */
    public ProgramHealth in(ReportPeriod period, LocalDate today) {
        return of(
                period,
                tenures(),
                scorecards(period),
                costs.sums(period.firstDay(), period.lastDay()),
                policies.on(period.lastDay().isAfter(today) ? today : period.lastDay()),
                today);
    }

    private List<Tenure> tenures() {
        PartnerFilter all = new PartnerFilter(
                null, List.of(), null, null, null, null, Map.of(), new SortOrder(PartnerFilter.APPLIED, false));
        List<Tenure> tenures = new ArrayList<>();
        AllPages.read(page -> partners.list(all, page), partner -> Tenure.of(partner, zone)
                .ifPresent(tenures::add));
        return tenures;
    }

    private List<Scorecard> scorecards(ReportPeriod period) {
        List<Scorecard> all = new ArrayList<>();
        List<Scorecard> page = scorecards.ofAll(period, null, PAGE);
        while (!page.isEmpty()) {
            all.addAll(page);
            page = scorecards.ofAll(period, page.get(page.size() - 1).partnerId(), PAGE);
        }
        return all;
    }

    static ProgramHealth of(
            ReportPeriod period,
            List<Tenure> tenures,
            List<Scorecard> scorecards,
            List<CostSum> costs,
            HealthPolicy policy,
            LocalDate today) {
        LocalDate end = period.lastDay().isAfter(today) ? today : period.lastDay();
        PartnerCount count = count(period.firstDay(), end, tenures);
        PartnerFigures figures =
                scorecards.stream().map(Scorecard::figures).reduce(PartnerFigures.NONE, PartnerFigures::plus);
        return new ProgramHealth(
                period,
                count,
                figures,
                economics(scorecards, figures, costs, count.active(), policy.topPartners()),
                cohorts(tenures, scorecards, end),
                policy);
    }

    private static PartnerCount count(LocalDate from, LocalDate end, List<Tenure> tenures) {
        List<Tenure> atStart =
                tenures.stream().filter(each -> each.isIn(from.minusDays(1))).toList();
        List<Tenure> atEnd = tenures.stream().filter(each -> each.isIn(end)).toList();
        Map<Tier, Integer> byTier = new TreeMap<>();
        Map<PartnershipModel, Integer> byModel = new TreeMap<>();
        atEnd.forEach(each -> {
            byTier.merge(each.tiers().on(end), 1, Integer::sum);
            byModel.merge(each.model(), 1, Integer::sum);
        });
        return new PartnerCount(
                atEnd.size(),
                ids(tenures.stream()
                        .filter(each -> each.hasJoinedBetween(from, end))
                        .toList()),
                ids(tenures.stream()
                        .filter(each -> each.hasLeftBetween(from, end))
                        .toList()),
                percent(atStart.stream().filter(each -> each.isIn(end)).count(), atStart.size()),
                byTier,
                byModel);
    }

    private static List<String> ids(List<Tenure> tenures) {
        return tenures.stream().map(Tenure::partnerId).sorted().toList();
    }

    private static List<Economics> economics(
            List<Scorecard> scorecards, PartnerFigures all, List<CostSum> costs, int active, int top) {
        Set<String> currencies = new TreeSet<>(all.revenue().keySet());
        currencies.addAll(all.commission().keySet());
        costs.forEach(cost -> currencies.add(cost.sum().getCurrencyUnit().getCode()));
        return currencies.stream()
                .map(currency -> {
                    Money zero = Money.zero(CurrencyUnit.of(currency));
                    DealSum deals = all.revenue().getOrDefault(currency, new DealSum(0, zero));
                    return new Economics(
                            deals.sum(),
                            deals.deals(),
                            all.sent().count(),
                            active,
                            Economics.top(revenue(scorecards, currency), top),
                            all.commission().getOrDefault(currency, zero),
                            costs(costs, currency));
                })
                .toList();
    }

    private static Map<String, Money> revenue(List<Scorecard> scorecards, String currency) {
        Map<String, Money> revenue = new TreeMap<>();
        for (Scorecard scorecard : scorecards) {
            Money sum = scorecard.figures().revenueIn(currency);
            if (sum != null) {
                revenue.put(scorecard.partnerId(), sum);
            }
        }
        return revenue;
    }

    private static Map<CostCategory, Money> costs(List<CostSum> costs, String currency) {
        return costs.stream()
                .filter(cost -> cost.sum().getCurrencyUnit().getCode().equals(currency))
                .collect(Collectors.toMap(CostSum::category, CostSum::sum));
    }

    private static List<Cohort> cohorts(List<Tenure> tenures, List<Scorecard> scorecards, LocalDate end) {
        Map<String, Integer> sent = scorecards.stream()
                .collect(Collectors.toMap(
                        Scorecard::partnerId, each -> each.figures().sent().count()));
        Map<String, List<Tenure>> byQuarter = tenures.stream()
                .filter(each -> !each.joinedOn().isAfter(end))
                .collect(Collectors.groupingBy(
                        each -> ReportPeriod.quarterOf(YearMonth.from(each.joinedOn()))
                                .toString(),
                        TreeMap::new,
                        Collectors.toList()));
        List<Cohort> cohorts = new ArrayList<>();
        byQuarter.forEach((quarter, joined) -> {
            int active = (int) joined.stream().filter(each -> each.isIn(end)).count();
            BigDecimal retention = percent(active, joined.size());
            cohorts.add(new Cohort(
                    quarter,
                    joined.size(),
                    active,
                    retention == null ? BigDecimal.ZERO : retention,
                    joined.stream()
                            .mapToInt(each -> sent.getOrDefault(each.partnerId(), 0))
                            .sum()));
        });
        return cohorts;
    }

    private static @Nullable BigDecimal percent(long part, long all) {
        return all == 0
                ? null
                : new BigDecimal(part).multiply(HUNDRED).divide(new BigDecimal(all), 1, RoundingMode.HALF_UP);
    }
}
