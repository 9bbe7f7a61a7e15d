package io.entente.commission.plans.notices;

import io.entente.commission.partners.PartnerId;
import io.entente.commission.plans.CommissionPlan;
import io.entente.commission.plans.changes.PlanProposal.Notice;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Tells one partner that another plan, or another version, prices its deals from a day on.
 *
 * @param id the same for the same partner and change, so that nobody is told twice
 * @param changed the plan or version that causes the change; if a plan ends, its last version; if the partner's tier changes, the
 *     plan that prices its deals from then on or, if none does, the one until then
 * @param retired whether the plan ends
 * @param from the first closing day of deals that the change concerns
 * @param before the version that prices the partner's deals until then; null if no plan does
 * @param after the version that prices them from then on; null if no plan does
 * @param notice the program's notice period, and why the change applies earlier if it does
 * @param actor who proposed the change
 */
public record PlanNotice(
        String id,
        PartnerId partnerId,
        CommissionPlan changed,
        boolean retired,
        LocalDate from,
        @Nullable CommissionPlan before,
        @Nullable CommissionPlan after,
        Notice notice,
        String actor,
        Instant at) {

    private static final String PREFIX = "plan-notice.";

    /** The id of a notice of a new plan or version. */
    static String ofStart(CommissionPlan started, PartnerId partner) {
        return PREFIX + "%s.%d.%s".formatted(started.code(), started.version(), partner);
    }

    /** The id of a notice of the end of a plan. If the end is moved forward, there is another one. */
    static String ofEnd(CommissionPlan ended, LocalDate lastDay, PartnerId partner) {
        return PREFIX + "%s.%d.ends-%s.%s".formatted(ended.code(), ended.version(), lastDay, partner);
    }

    /** The id of a notice of another tier. */
    static String ofTier(CommissionPlan changed, LocalDate from, PartnerId partner) {
        return PREFIX + "%s.%d.tier-%s.%s".formatted(changed.code(), changed.version(), from, partner);
    }
}
