package io.entente.commission.plans.notices;

import io.entente.commission.partners.PartnerId;
import io.entente.commission.plans.CommissionPlan;
import io.entente.commission.plans.changes.PlanProposal.Notice;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Tells one partner that a new version of a plan, or the end of one, changes by which plan its deals are priced.
 *
 * @param changed the new version; if the plan ends, its last version
 * @param retired whether the plan ends
 * @param from the first closing day of deals that the change concerns
 * @param before the version that prices the partner's deals until then; null if no plan does
 * @param after the version that prices them from then on; null if no plan does, because the new version leaves the partner out,
 *     or because the plan ends
 * @param notice the program's notice period, and why the change applies earlier if it does
 * @param actor who proposed the change
 */
public record PlanNotice(
        PartnerId partnerId,
        CommissionPlan changed,
        boolean retired,
        LocalDate from,
        @Nullable CommissionPlan before,
        @Nullable CommissionPlan after,
        Notice notice,
        String actor,
        Instant at) {

    /** The notice's id, of which there is one for each partner and version, and one for each day on which a version ends. */
    public String id() {
        String end = retired ? ".ends-" + from.minusDays(1) : "";
        return "plan-notice.%s.%d%s.%s".formatted(changed.code(), changed.version(), end, partnerId);
    }
}
