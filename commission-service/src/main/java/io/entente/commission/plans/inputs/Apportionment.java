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
        return money(amount, parts);
    }

    /**
     * Splits an amount that grows, such as the commission of all payments on a retainer so far. If the amount grows, no part shrinks, so
     * what each part grows by is never below zero. Each unit goes to the part that is furthest behind its share. With two parts
     * the result is the same as that of {@link #split}.
     *
     * @param shares must add up to exactly 1
     * @see <a href="https://en.wikipedia.org/wiki/Sainte-Lagu%C3%AB_method">Webster's method</a>
     */
    public static List<Money> splitGrowing(Money amount, List<Fraction> shares) {
        if (shares.size() == 1) {
            return List.of(amount);
        }
        BigDecimal units = BigDecimal.valueOf(amount.getAmountMinorLong());
        long[] parts = shares.stream()
                .mapToLong(share -> units.multiply(share.value())
                        .setScale(0, RoundingMode.HALF_DOWN)
                        .longValueExact())
                .toArray();
        long open = amount.getAmountMinorLong() - Arrays.stream(parts).sum();
        // The parts are rounded, so at most one unit for every two of them is open.
        for (; open > 0; open--) {
            parts[furthest(shares, parts, 1)]++;
        }
        for (; open < 0; open++) {
            parts[furthest(shares, parts, -1)]--;
        }
        return money(amount, parts);
    }

    /**
     * Returns the part that gets the next unit or gives the last one back.
     *
     * @param step 1 to get a unit, -1 to give one back
     */
    private static int furthest(List<Fraction> shares, long[] parts, int step) {
        int found = -1;
        for (int i = 0; i < parts.length; i++) {
            if (found < 0) {
                found = parts[i] + step >= 0 ? i : -1;
                continue;
            }
            // Compares share / (2 * part + 1) without a division.
            int order = shares.get(i)
                    .value()
                    .multiply(BigDecimal.valueOf(2 * parts[found] + step))
                    .compareTo(shares.get(found).value().multiply(BigDecimal.valueOf(2 * parts[i] + step)));
            boolean isFurther = step > 0 ? order > 0 : order <= 0;
            found = isFurther && parts[i] + step >= 0 ? i : found;
        }
        return found;
    }

    private static List<Money> money(Money amount, long[] parts) {
        return Arrays.stream(parts)
                .mapToObj(part -> Money.ofMinor(amount.getCurrencyUnit(), part))
                .toList();
    }
}
