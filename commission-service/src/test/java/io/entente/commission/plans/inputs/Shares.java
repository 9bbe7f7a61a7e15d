package io.entente.commission.plans.inputs;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Generates the credit shares of a deal. */
public final class Shares {

    private static final int WHOLE = 100_000_000;
    private static final int DECIMALS = 8;
    private static final int MOST_PARTNERS = 20;

    private Shares() {}

    /** One to twenty shares of up to eight decimals, which are the distances between random cuts of the whole. */
    public static Arbitrary<List<Fraction>> addingUpToOne() {
        return Arbitraries.integers()
                .between(0, WHOLE)
                .list()
                .ofMaxSize(MOST_PARTNERS - 1)
                .map(cuts -> {
                    List<Integer> sorted =
                            new ArrayList<>(cuts.stream().sorted().toList());
                    sorted.add(WHOLE);
                    List<Fraction> shares = new ArrayList<>();
                    int from = 0;
                    for (int to : sorted) {
                        shares.add(new Fraction(BigDecimal.valueOf(to - from, DECIMALS)));
                        from = to;
                    }
                    return shares;
                });
    }
}
