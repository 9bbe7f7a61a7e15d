package io.entente.commission.plans.notices;

import io.entente.commission.partners.PartnerId;
import io.entente.commission.plans.CommissionPlan;
import io.entente.commission.plans.changes.PlanProposal.Notice;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Tells one partner that a new version of a plan changes by which plan its deals are priced.
 *
 * @param changed the new version
 * @param before the version that prices the partner's deals until then; null if no plan does
 * @param after the version that prices them from then on; null if no plan does, because the new version leaves the partner out
 * @param notice the program's notice period, and why the version begins earlier if it does
 * @param actor who proposed the version
 */
public record PlanNotice(
        PartnerId partnerId,
        CommissionPlan changed,
        @Nullable CommissionPlan before,
        @Nullable CommissionPlan after,
        Notice notice,
        String actor,
        Instant at) {

    /** The notice's id, of which there is one for each partner and version. */
    public String id() {
        return "plan-notice.%s.%d.%s".formatted(changed.code(), changed.version(), partnerId);
    }
}
