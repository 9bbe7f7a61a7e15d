package io.entente.commission.forecast;

import io.entente.commission.forecast.referrals.Stage;
import io.entente.commission.forecast.referrals.TrackedReferral;
import io.entente.commission.plans.inputs.Fraction;
import io.entente.platform.domain.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The odds that an open referral is won. They come from the program's latest decided referrals if enough of them have reached
 * the stage, and otherwise from the policy. A referral that was won has passed through every stage.
 */
final class StageOdds {

    private static final int DECIMALS = 4;

    private final ForecastPolicy policy;
    private final Map<Stage, Long> decided = new EnumMap<>(Stage.class);
    private final Map<Stage, Long> wins = new EnumMap<>(Stage.class);

    /** @param sample the program's latest referrals; those that are still open are ignored */
    StageOdds(ForecastPolicy policy, List<Sampled> sample) {
        this.policy = policy;
        sample.forEach(this::count);
    }

    /** A referral of the program, and whether it was won. */
    record Sampled(TrackedReferral referral, boolean won) {}

    /**
     * Odds with their origin.
     *
     * @param why a sentence that names the figures
     */
    record Odds(Fraction value, Origin origin, String why) {}

    /** Where odds come from. */
    enum Origin {
        POLICY,
        HISTORY
    }

    private void count(Sampled sampled) {
        if (!sampled.won() && !sampled.referral().ended()) {
            return;
        }
        for (Stage stage : Stage.values()) {
            if (sampled.won() || stage.compareTo(sampled.referral().stage()) <= 0) {
                decided.merge(stage, 1L, Long::sum);
                wins.merge(stage, sampled.won() ? 1L : 0L, Long::sum);
            }
        }
    }

    Odds of(Stage stage) {
        Integer least = policy.ownHistoryFrom();
        long all = decided.getOrDefault(stage, 0L);
        long won = wins.getOrDefault(stage, 0L);
        if (least == null || all < least) {
            Fraction odds = new Fraction(policy.assumption(stage).odds());
            return new Odds(
                    odds,
                    Origin.POLICY,
                    "The forecast policy, version %d, gives stage %s odds of %s."
                            .formatted(policy.version(), stage, odds.percent()));
        }
        Fraction odds =
                new Fraction(BigDecimal.valueOf(won).divide(BigDecimal.valueOf(all), DECIMALS, RoundingMode.HALF_UP));
        return new Odds(
                odds,
                Origin.HISTORY,
                "Of the program's last %s decided after reaching stage %s, %s: %s."
                        .formatted(
                                Quantity.of(all, "referral that was", "referrals that were"),
                                stage,
                                Quantity.of(won, "was won", "were won"),
                                odds.percent()));
    }
}
