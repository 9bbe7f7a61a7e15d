package io.entente.partner.alerts;

import io.entente.partner.alerts.AlertPolicy.FallingSatisfaction;
import io.entente.partner.alerts.AlertPolicy.OneSidedFlow;
import io.entente.partner.alerts.Finding.AlertFigure;
import io.entente.partner.scorecards.Metric;
import io.entente.partner.scorecards.PartnerFigures;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Looks at the figures of a partner for what leads to an alert.
 *
 * @param months the figures of the months in which something has happened
 * @param activeSince the day on which the partner became active
 * @param lastOn the last day on which it has referred, got a referral or done anything else; the day of activation if it never has
 */
record FindPartnerProblems(
        String partnerId, Map<YearMonth, PartnerFigures> months, LocalDate activeSince, LocalDate lastOn) {

    /** The alert of a kind that the figures lead to; empty if they don't. */
    Optional<Finding> find(AlertKind kind, LocalDate today, AlertPolicy policy) {
        return switch (kind) {
            case FALLING_SATISFACTION -> fallingSatisfaction(today, policy.fallingSatisfaction());
            case SILENCE -> silence(today, policy.silenceDays());
            case ONE_SIDED_FLOW -> oneSided(today, policy.oneSidedFlow());
            case CONCENTRATION -> Optional.empty();
        };
    }

    private Optional<Finding> fallingSatisfaction(LocalDate today, FallingSatisfaction rule) {
        YearMonth last = YearMonth.from(today);
        YearMonth first = last.minusMonths(rule.months() - 1L);
        PartnerFigures now = between(first, last);
        PartnerFigures before = between(first.minusMonths(rule.months()), first.minusMonths(1));
        BigDecimal rating = Metric.SATISFACTION.value(now);
        BigDecimal ratingBefore = Metric.SATISFACTION.value(before);
        if (rating == null
                || ratingBefore == null
                || now.ratings() < rule.leastRatings()
                || before.ratings() < rule.leastRatings()
                || ratingBefore.subtract(rating).compareTo(rule.points()) < 0) {
            return Optional.empty();
        }
        return Optional.of(finding(
                AlertKind.FALLING_SATISFACTION,
                new AlertFigure("rating", rating.toPlainString()),
                new AlertFigure("ratings", String.valueOf(now.ratings())),
                new AlertFigure("ratingBefore", ratingBefore.toPlainString()),
                new AlertFigure("ratingsBefore", String.valueOf(before.ratings()))));
    }

    private Optional<Finding> silence(LocalDate today, int days) {
        LocalDate last = lastOn.isBefore(activeSince) ? activeSince : lastOn;
        return last.plusDays(days).isAfter(today)
                ? Optional.empty()
                : Optional.of(finding(
                        AlertKind.SILENCE,
                        new AlertFigure("lastOn", last.toString()),
                        new AlertFigure("days", String.valueOf(ChronoUnit.DAYS.between(last, today)))));
    }

    private Optional<Finding> oneSided(LocalDate today, OneSidedFlow rule) {
        YearMonth last = YearMonth.from(today);
        PartnerFigures figures = between(last.minusMonths(rule.months() - 1L), last);
        int sent = figures.sent().counted();
        int received = figures.received().counted();
        boolean isOneSided = (sent == 0) != (received == 0) && sent + received >= rule.leastReferrals();
        return isOneSided
                ? Optional.of(finding(
                        AlertKind.ONE_SIDED_FLOW,
                        new AlertFigure("sent", String.valueOf(sent)),
                        new AlertFigure("received", String.valueOf(received)),
                        new AlertFigure("months", String.valueOf(rule.months()))))
                : Optional.empty();
    }

    private PartnerFigures between(YearMonth first, YearMonth last) {
        return Stream.iterate(first, month -> !month.isAfter(last), month -> month.plusMonths(1))
                .map(month -> months.getOrDefault(month, PartnerFigures.NONE))
                .reduce(PartnerFigures.NONE, PartnerFigures::plus);
    }

    private Finding finding(AlertKind kind, AlertFigure... figures) {
        return new Finding(kind, partnerId, List.of(figures));
    }
}
