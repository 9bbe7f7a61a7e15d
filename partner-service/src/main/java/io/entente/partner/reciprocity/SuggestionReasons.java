package io.entente.partner.reciprocity;

import io.entente.partner.partnership.details.PartnerDetails;
import io.entente.partner.reciprocity.ReciprocityBalance.Debtor;
import io.entente.partner.reciprocity.ReciprocityPolicy.Weights;
import io.entente.partner.reciprocity.Suggestion.Code;
import io.entente.partner.reciprocity.Suggestion.Reason;
import io.entente.partner.scorecards.Metric;
import io.entente.partner.scorecards.PartnerFigures;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says what speaks for referring a client to a partner. What isn't known gives no points. */
final class SuggestionReasons {

    private static final BigDecimal HUNDRED = new BigDecimal(100);
    private static final BigDecimal BEST_RATING = BigDecimal.TEN;

    private SuggestionReasons() {}

    /**
     * The reasons for a partner that offers the service.
     *
     * @param figures of the time by which partners are compared
     */
    static List<Reason> of(
            PartnerDetails details,
            OutboundNeed need,
            ReciprocityBalance balance,
            PartnerFigures figures,
            Weights weights,
            LocalDate today) {
        List<Reason> reasons = new ArrayList<>(fit(details, need, weights));
        reasons.addAll(debt(balance, weights, today));
        reasons.addAll(record(figures, weights));
        return reasons;
    }

    private static List<Reason> fit(PartnerDetails details, OutboundNeed need, Weights weights) {
        List<Reason> reasons = new ArrayList<>();
        reasons.add(new Reason(Code.SERVICE, 0, "Offers %s.".formatted(need.service())));
        if (has(details.territory(), need.territory())) {
            reasons.add(new Reason(Code.TERRITORY, weights.territory(), "Works in %s.".formatted(need.territory())));
        }
        if (has(details.industries(), need.industry())) {
            reasons.add(new Reason(
                    Code.INDUSTRY, weights.industry(), "Has clients in this industry: %s.".formatted(need.industry())));
        }
        if (has(details.languages(), need.language())) {
            reasons.add(new Reason(
                    Code.LANGUAGE,
                    weights.language(),
                    "Works in the client's language: %s.".formatted(need.language())));
        }
        return reasons;
    }

    private static boolean has(List<String> values, @Nullable String wanted) {
        return wanted != null && values.stream().anyMatch(wanted::equalsIgnoreCase);
    }

    private static List<Reason> debt(ReciprocityBalance balance, Weights weights, LocalDate today) {
        List<Reason> reasons = new ArrayList<>();
        if (balance.owedBy() == Debtor.FIRM) {
            int counted = Math.min(balance.count(), weights.owedAtMost());
            reasons.add(new Reason(
                    Code.OWED,
                    weights.owed() * counted / weights.owedAtMost(),
                    "Has referred %d more clients to the firm than it got.".formatted(balance.count())));
            int overdue = balance.overdue(today);
            if (overdue > 0) {
                reasons.add(new Reason(
                        Code.OVERDUE,
                        weights.overdue(),
                        "%d of them should have been returned by now, the oldest by %s."
                                .formatted(overdue, balance.nextDueOn())));
            }
        }
        return reasons;
    }

    private static List<Reason> record(PartnerFigures figures, Weights weights) {
        List<Reason> reasons = new ArrayList<>();
        BigDecimal responsiveness = Metric.RESPONSIVENESS.value(figures);
        if (responsiveness != null) {
            reasons.add(new Reason(
                    Code.RESPONSIVENESS,
                    part(responsiveness, HUNDRED, weights.responsiveness()),
                    "Has kept %s %% of its promises.".formatted(responsiveness.toPlainString())));
        }
        BigDecimal satisfaction = Metric.SATISFACTION.value(figures);
        if (satisfaction != null) {
            reasons.add(new Reason(
                    Code.SATISFACTION,
                    part(satisfaction, BEST_RATING, weights.satisfaction()),
                    "Clients have rated it %s of 10.".formatted(satisfaction.toPlainString())));
        }
        return reasons;
    }

    private static int part(BigDecimal value, BigDecimal best, int weight) {
        return value.multiply(new BigDecimal(weight))
                .divide(best, 0, RoundingMode.HALF_UP)
                .intValueExact();
    }
}
