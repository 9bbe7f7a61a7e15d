package io.entente.commission.plans.inputs;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.joda.money.Money;

/**
 * Splits an amount by shares so that the parts add up to it exactly. Each part is first rounded down to the currency's
 * minor unit. The remaining units go, one each, to the parts that lost most by rounding; if several lost the same, the
 * first one gets it.
 *
 * @see <a href="https://en.wikipedia.org/wiki/Largest_remainder_method">Largest remainder (Hamilton's method)</a>
 */
public final class Apportionment {

    private Apportionment() {}

    /** @param shares must add up to exactly 1 */
    public static List<Money> split(Money amount, List<Fraction> shares) {
        if (shares.size() == 1) {
            return List.of(amount);
        }
        BigDecimal units = BigDecimal.valueOf(amount.getAmountMinorLong());
        long[] parts = new long[shares.size()];
        BigDecimal[] remainders = new BigDecimal[shares.size()];
        for (int i = 0; i < parts.length; i++) {
            BigDecimal exact = units.multiply(shares.get(i).value());
            BigDecimal down = exact.setScale(0, RoundingMode.DOWN);
            parts[i] = down.longValueExact();
            remainders[i] = exact.subtract(down);
        }
        long leftOver = amount.getAmountMinorLong() - Arrays.stream(parts).sum();
        IntStream.range(0, parts.length)
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> remainders[i]).reversed())
                .limit(leftOver)
                .forEach(i -> parts[i]++);
        return Arrays.stream(parts)
                .mapToObj(part -> Money.ofMinor(amount.getCurrencyUnit(), part))
                .toList();
    }
}
