package io.entente.commission.forecast;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a partner can expect, as of a day.
 *
 * @param figures in the order of the days on which they are payable; those without a day are the last
 * @param complete whether all open referrals and commissions are included
 */
public record Forecast(LocalDate asOf, List<Figure> figures, boolean complete) {

    private static final Comparator<Figure> BY_MONTH = Comparator.comparing(
                    Figure::month, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Figure::payableOn, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Figure::kind)
            .thenComparing(Figure::subject);

    public Forecast {
        figures = figures.stream().sorted(BY_MONTH).toList();
    }

    /**
     * The sums of a month in one currency.
     *
     * @param month null for amounts of which nothing says when they are payable
     * @param referrals what open referrals are expected to earn
     * @param commissions what is earned and not payable yet
     */
    public record Month(@Nullable YearMonth month, Money referrals, Money commissions) {

        public Money total() {
            return referrals.plus(commissions);
        }
    }

    /** The sums by month and currency. Figures without an amount are left out. */
    public List<Month> months() {
        List<Month> months = new ArrayList<>();
        TreeSet<CurrencyUnit> currencies = new TreeSet<>();
        figures.stream()
                .map(Figure::amount)
                .filter(Objects::nonNull)
                .forEach(amount -> currencies.add(amount.getCurrencyUnit()));
        for (CurrencyUnit currency : currencies) {
            figures.stream()
                    .filter(figure -> figure.isIn(currency))
                    .map(figure -> figure.month() == null ? "" : Objects.toString(figure.month()))
                    .distinct()
                    .map(month -> month.isEmpty() ? null : YearMonth.parse(month))
                    .forEach(month -> months.add(sum(month, currency)));
        }
        return months;
    }

    private Month sum(@Nullable YearMonth month, CurrencyUnit currency) {
        return new Month(
                month, sum(Figure.Kind.REFERRAL, month, currency), sum(Figure.Kind.COMMISSION, month, currency));
    }

    private Money sum(Figure.Kind kind, @Nullable YearMonth month, CurrencyUnit currency) {
        Stream<Figure> counted = figures.stream()
                .filter(figure -> figure.kind() == kind && figure.isIn(currency))
                .filter(figure -> Objects.equals(figure.month(), month));
        return counted.map(figure -> Objects.requireNonNull(figure.amount())).reduce(Money.zero(currency), Money::plus);
    }
}
