package io.entente.partner.partnership.web;

import io.entente.partner.partnership.LifecycleStep;
import io.entente.partner.partnership.Partner;
import io.entente.partner.partnership.details.ContactLevel;
import io.entente.partner.partnership.web.PartnerLifecycleController.HistoryView;
import io.entente.partner.referrals.PartnerReferrals;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody needs who takes over a partnership, at the partner or at the firm.
 *
 * @param departed who has left, the last one first
 * @param history the last steps of the partnership, the last one first
 * @param openReferrals as far as their events have arrived, the oldest first; at most 100
 * @param openWork the paths in the other services under which the open work of the partnership is found
 */
record HandoverView(
        PartnerView partner,
        List<DepartedView> departed,
        List<HistoryView.StepView> history,
        List<OpenReferralView> openReferrals,
        List<String> openWork) {

    private static final int MAX_STEPS = 20;

    /** A person who has left. */
    record DepartedView(String contactId, String role, @Nullable ContactLevel level, Instant at, String actor) {}

    static HandoverView of(Partner partner, PartnerReferrals referrals) {
        String id = partner.id().value();
        List<LifecycleStep> steps = partner.steps();
        return new HandoverView(
                PartnerView.of(partner),
                lastFirst(partner.departures().stream()
                        .map(one -> new DepartedView(one.contactId(), one.role(), one.level(), one.at(), one.actor()))
                        .toList()),
                lastFirst(steps.subList(Math.max(0, steps.size() - MAX_STEPS), steps.size()).stream()
                        .map(HistoryView.StepView::of)
                        .toList()),
                OpenReferralView.of(partner, referrals),
                List.of(
                        "/api/referrals?partnerId=" + id,
                        "/api/sla/clocks?partnerId=" + id,
                        "/api/commissions?partnerId=" + id));
    }

    private static <T> List<T> lastFirst(List<T> list) {
        List<T> copy = new ArrayList<>(list);
        Collections.reverse(copy);
        return copy;
    }
}
