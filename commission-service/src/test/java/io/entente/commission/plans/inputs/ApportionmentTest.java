package io.entente.commission.plans.inputs;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class ApportionmentTest {

    @Property
    void parts_add_up_and_differ_from_the_exact_part_by_less_than_a_minor_unit(
            @ForAll @LongRange(min = 0, max = 1_000_000_000_000L) long units,
            @ForAll("currencies") CurrencyUnit currency,
            @ForAll("shares") List<Fraction> shares) {
        Money amount = Money.ofMinor(currency, units);

        List<Money> parts = Apportionment.split(amount, shares);

        assertThat(Money.total(parts)).isEqualTo(amount);
        for (int i = 0; i < parts.size(); i++) {
            BigDecimal exact = BigDecimal.valueOf(units).multiply(shares.get(i).value());
            BigDecimal off =
                    BigDecimal.valueOf(parts.get(i).getAmountMinorLong()).subtract(exact);
            assertThat(off.abs()).isLessThan(BigDecimal.ONE);
        }
    }

    @Test
    void remaining_units_go_to_the_parts_that_lost_most_by_rounding_and_then_to_the_first() {
        assertThat(Apportionment.split(Money.parse("USD 0.05"), fractions("0.5", "0.5")))
                .containsExactly(Money.parse("USD 0.03"), Money.parse("USD 0.02"));
        assertThat(Apportionment.split(Money.parse("USD 100.00"), fractions("0.33333333", "0.33333333", "0.33333334")))
                .containsExactly(Money.parse("USD 33.33"), Money.parse("USD 33.33"), Money.parse("USD 33.34"));
        assertThat(Apportionment.split(Money.parse("JPY 101"), fractions("0.6", "0.4")))
                .containsExactly(Money.parse("JPY 61"), Money.parse("JPY 40"));
        assertThat(Apportionment.split(Money.parse("KWD 0.001"), fractions("0.2", "0.8")))
                .containsExactly(Money.parse("KWD 0.000"), Money.parse("KWD 0.001"));
    }

    @Property
    void parts_of_a_growing_amount_add_up_and_never_shrink(
            @ForAll @LongRange(min = 0, max = 1_000_000_000L) long units, @ForAll("shares") List<Fraction> shares) {
        List<Money> parts = Apportionment.splitGrowing(Money.ofMinor(CurrencyUnit.USD, units), shares);
        List<Money> more = Apportionment.splitGrowing(Money.ofMinor(CurrencyUnit.USD, units + 1), shares);

        assertThat(Money.total(parts).getAmountMinorLong()).isEqualTo(units);
        assertThat(Money.total(more).getAmountMinorLong()).isEqualTo(units + 1);
        for (int i = 0; i < parts.size(); i++) {
            assertThat(more.get(i)).isGreaterThanOrEqualTo(parts.get(i));
        }
    }

    @Property
    void two_parts_of_a_growing_amount_are_those_of_any_amount(
            @ForAll @LongRange(min = 0, max = 1_000_000_000L) long units,
            @ForAll @LongRange(min = 0, max = 10_000) long share) {
        BigDecimal first = BigDecimal.valueOf(share, 4);
        List<Fraction> shares = List.of(new Fraction(first), new Fraction(BigDecimal.ONE.subtract(first)));
        Money amount = Money.ofMinor(CurrencyUnit.USD, units);

        assertThat(Apportionment.splitGrowing(amount, shares)).isEqualTo(Apportionment.split(amount, shares));
    }

    @Test
    void the_largest_remainder_would_take_a_unit_from_a_part_although_the_amount_grows() {
        List<Fraction> shares = fractions("0.43", "0.43", "0.14");

        assertThat(cents(Apportionment.split(Money.parse("USD 0.10"), shares))).containsExactly(4L, 4L, 2L);
        assertThat(cents(Apportionment.split(Money.parse("USD 0.11"), shares))).containsExactly(5L, 5L, 1L);
        assertThat(cents(Apportionment.splitGrowing(Money.parse("USD 0.10"), shares)))
                .containsExactly(5L, 4L, 1L);
        assertThat(cents(Apportionment.splitGrowing(Money.parse("USD 0.11"), shares)))
                .containsExactly(5L, 5L, 1L);
    }

    private static List<Long> cents(List<Money> parts) {
        return parts.stream().map(Money::getAmountMinorLong).toList();
    }

    @Provide
    Arbitrary<CurrencyUnit> currencies() {
        return Arbitraries.of("USD", "JPY", "KWD", "MYR").map(CurrencyUnit::of);
    }

    /** Up to twenty shares with up to eight decimals that add up to 1. */
    @Provide
    Arbitrary<List<Fraction>> shares() {
        return Shares.addingUpToOne();
    }

    private static List<Fraction> fractions(String... values) {
        return List.of(values).stream().map(Fraction::of).toList();
    }
}
