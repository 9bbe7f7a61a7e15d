package io.entente.commission.forecast;

import io.entente.commission.forecast.referrals.Stage;
import io.entente.platform.domain.policy.PolicyVersion;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The assumptions of forecasts.
 *
 * @param effectiveFrom the day from which this version applies
 * @param stages what is assumed about an open referral in each stage
 * @param ownHistoryFrom from how many decided referrals on the program's own history replaces the odds of a stage; null if it
 *     never does
 * @param clientPaysAfterDays how many days after the closing of a deal its client is expected to pay
 */
public record ForecastPolicy(
        long version,
        LocalDate effectiveFrom,
        Map<Stage, Assumption> stages,
        @Nullable Integer ownHistoryFrom,
        int clientPaysAfterDays)
        implements PolicyVersion {

    /**
     * What is assumed about a stage.
     *
     * @param odds the part of the referrals in this stage that is won, from 0 to 1
     * @param daysToClose how many days after the beginning of the stage a deal is expected to close
     */
    public record Assumption(BigDecimal odds, int daysToClose) {}

    public ForecastPolicy {
        stages = new EnumMap<>(stages);
        for (Stage stage : Stage.values()) {
            if (!stages.containsKey(stage)) {
                throw new IllegalArgumentException("The forecast policy must have odds for stage " + stage);
            }
        }
    }

    /** Returns what is assumed about a stage. */
    Assumption assumption(Stage stage) {
        return Objects.requireNonNull(stages.get(stage), stage::name);
    }
}
