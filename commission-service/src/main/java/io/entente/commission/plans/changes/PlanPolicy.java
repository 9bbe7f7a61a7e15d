package io.entente.commission.plans.changes;

import io.entente.commission.plans.CommissionPlan;
import io.entente.platform.domain.policy.PolicyVersion;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The program's terms for changes of its plans.
 *
 * @param effectiveFrom the day from which this version applies
 * @param secondPersonAbove above which figures a change waits for a second person
 * @param noticeDays how many days before it begins the partners of a plan are told of its new version; 0 for no notice
 */
public record PlanPolicy(long version, LocalDate effectiveFrom, SecondPersonAbove secondPersonAbove, int noticeDays)
        implements PolicyVersion {

    /** The longest notice period: one year. */
    public static final int MAX_NOTICE_DAYS = 366;

    public PlanPolicy {
        if (noticeDays < 0 || noticeDays > MAX_NOTICE_DAYS) {
            throw new IllegalArgumentException(
                    "The notice period must be 0 to %d days, but is %d".formatted(MAX_NOTICE_DAYS, noticeDays));
        }
    }

    /**
     * The highest figures that one person decides on.
     *
     * @param rate the highest rate, from 0 to 1. The guide's highest is 25 %
     * @param revenueShare the highest part of a joint project's revenue, from 0 to 1. The guide's highest is 60 %
     * @param flatFee the highest fee for a deal, by currency; a fee in another currency always needs a second person
     * @param partners the largest number of partners that a plan names; a plan that names none, and so applies to all
     *     partners of a tier or model, is above it. Null if the number doesn't matter
     */
    public record SecondPersonAbove(
            BigDecimal rate, BigDecimal revenueShare, Map<String, BigDecimal> flatFee, @Nullable Integer partners) {

        public SecondPersonAbove {
            flatFee = Map.copyOf(flatFee);
        }
    }

    /** Returns why adding or retiring a plan needs a second person; empty if it needs none. */
    public List<String> secondPersonFor(CommissionPlan plan) {
        return new Threshold(secondPersonAbove).exceededBy(plan);
    }

    /** Returns the first day on which a version that is added today can begin without giving a reason. */
    public LocalDate earliestStart(LocalDate today) {
        return today.plusDays(noticeDays);
    }
}
