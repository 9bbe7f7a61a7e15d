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
