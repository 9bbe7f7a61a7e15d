package io.entente.partner.reciprocity;

import io.entente.partner.partnership.Partner;
import io.entente.partner.partnership.PartnerFilter;
import io.entente.partner.partnership.PartnerStatus;
import io.entente.partner.partnership.Partners;
import io.entente.partner.reciprocity.ReciprocityPolicy.Weights;
import io.entente.partner.reciprocity.Suggestion.Reason;
import io.entente.partner.scorecards.PartnerFigures;
import io.entente.partner.scorecards.ReportPeriod;
import io.entente.partner.scorecards.Scorecard;
import io.entente.partner.scorecards.Scorecards;
import io.entente.platform.domain.PageRequest;
import io.entente.platform.domain.lists.SortOrder;
import io.entente.platform.domain.policy.PolicyVersions;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Suggests partners to whom the firm could refer a client: active ones that offer the service, ranked by how well they fit, by what the firm
 * owes them, and by how they have treated clients of this year and the last.
 */
public final class SuggestPartners {

    private final Partners partners;
    private final ReciprocityBalances balances;
    private final Scorecards scorecards;
    private final PolicyVersions<ReciprocityPolicy> policies;
    private final ZoneId zone;
    private final Clock clock;

    /** @param zone of the program's days */
    public SuggestPartners(
            Partners partners,
            ReciprocityBalances balances,
            Scorecards scorecards,
            PolicyVersions<ReciprocityPolicy> policies,
            ZoneId zone,
            Clock clock) {
        this.partners = partners;
        this.balances = balances;
        this.scorecards = scorecards;
        this.policies = policies;
        this.zone = zone;
        this.clock = clock;
    }

    /**
     * The best partners for a need, the best one first. At most {@value PageRequest#MAX_LIMIT} partners that offer the service are
     * considered.
     */
    public List<Suggestion> suggest(OutboundNeed need, int limit) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        List<Partner> candidates = candidates(need);
        List<String> ids = candidates.stream().map(each -> each.id().value()).toList();
        Map<String, ReciprocityBalance> owed = balances.find(ids).stream()
                .collect(Collectors.toMap(ReciprocityBalance::partnerId, Function.identity()));
        Map<String, PartnerFigures> figures = figures(ids, today);
        Weights weights = policies.on(today).weights();
        return candidates.stream()
                .map(partner -> suggestion(
                        partner,
                        SuggestionReasons.of(
                                partner.application().details(),
                                need,
                                owed.getOrDefault(
                                        partner.id().value(),
                                        ReciprocityBalance.none(partner.id().value())),
                                figures.getOrDefault(partner.id().value(), PartnerFigures.NONE),
                                weights,
                                today)))
                .sorted(Comparator.comparing(Suggestion::points).reversed().thenComparing(Suggestion::partnerId))
                .limit(limit)
                .toList();
    }

    private static Suggestion suggestion(Partner partner, List<Reason> reasons) {
        return new Suggestion(
                partner.id().value(),
                partner.application().name(),
                reasons.stream().mapToInt(Reason::points).sum(),
                reasons);
    }

    private List<Partner> candidates(OutboundNeed need) {
        PartnerFilter offering = new PartnerFilter(
                null,
                List.of(PartnerStatus.ACTIVE),
                null,
                null,
                null,
                null,
                Map.of(PartnerFilter.SERVICE, need.service()),
                new SortOrder(PartnerFilter.APPLIED, false));
        return partners.list(offering, new PageRequest(PageRequest.MAX_LIMIT, null))
                .items();
    }

    private Map<String, PartnerFigures> figures(Collection<String> ids, LocalDate today) {
        ReportPeriod year = ReportPeriod.yearOf(YearMonth.from(today));
        List<Scorecard> both = new ArrayList<>(scorecards.find(ids, year));
        both.addAll(scorecards.find(ids, year.previous()));
        return both.stream().collect(Collectors.toMap(Scorecard::partnerId, Scorecard::figures, PartnerFigures::plus));
    }
}
