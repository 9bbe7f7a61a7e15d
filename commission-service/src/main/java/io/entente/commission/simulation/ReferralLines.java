package io.entente.commission.simulation;

import io.entente.commission.plans.inputs.History;
import io.entente.commission.plans.inputs.History.Conversion;
import io.entente.commission.plans.inputs.History.ReferralDeals;
import io.entente.commission.plans.inputs.KnownHistory;
import io.entente.commission.plans.pricing.PricingResult;
import io.entente.commission.plans.pricing.PricingResult.NothingDue;
import io.entente.commission.plans.pricing.PricingResult.Reason;
import io.entente.commission.simulation.PastDeals.PastDeal;
import io.entente.commission.simulation.PastDeals.Recounted;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.joda.money.Money;

/**
 * The deals and payments of each referral in the order in which they were booked. If the first deal is reversed, one that was outside the
 * term of the draft can be within it.
 */
final class ReferralLines {

    private final Map<String, List<InLine>> lines = new HashMap<>();
    private final Map<String, String> referrals = new HashMap<>();

    /** A deal or a payment in the line of its referral, with the past by which it was priced. */
    static final class InLine {

        private final PastDeal deal;
        private boolean hasEnded;
        private final long dealsThisYear;
        private final Money clientRevenue;

        private InLine(PastDeal deal, boolean hasEnded, long dealsThisYear, Money clientRevenue) {
            this.deal = deal;
            this.hasEnded = hasEnded;
            this.dealsThisYear = dealsThisYear;
            this.clientRevenue = clientRevenue;
        }

        PastDeal deal() {
            return deal;
        }

        /** Returns the past after the deals before it have changed. */
        History past(ReferralDeals before, Money earnedThisYear) {
            return new KnownHistory(dealsThisYear, clientRevenue, before, Conversion.NONE, earnedThisYear);
        }

        /** It is within the term now. */
        void reached() {
            hasEnded = false;
        }
    }

    /** Adds a deal or a payment to the line of its referral. */
    void add(PastDeal deal, PricingResult outcome, SimulatedPast past) {
        boolean hasEnded = outcome instanceof NothingDue nothing && nothing.reason() == Reason.TERM_ENDED;
        lines.computeIfAbsent(deal.referralId(), referral -> new ArrayList<>())
                .add(new InLine(deal, hasEnded, past.dealsThisYear(), past.clientRevenue()));
        referrals.put(deal.deal().id(), deal.referralId());
    }

    /** Takes a deal that counts no more out of its line, and passes on those that were not within the term, with the deals before each. */
    void without(Recounted change, BiConsumer<InLine, ReferralDeals> reader) {
        List<InLine> line = lines.getOrDefault(referrals.getOrDefault(change.dealId(), ""), List.of());
        if (change.isDeal() || line.isEmpty()) {
            return;
        }
        line.removeIf(each -> each.deal.deal().id().equals(change.dealId()));
        ReferralDeals before = ReferralDeals.NONE;
        for (InLine each : line) {
            boolean isPayment = each.deal.deal().payment();
            if (each.hasEnded) {
                reader.accept(each, isPayment ? beforeRetainer(before) : before);
            }
            before = isPayment ? before : with(before, each.deal.deal().closedOn());
        }
    }

    /** A retainer's payment comes after its own closing, which isn't earlier than itself. */
    private static ReferralDeals beforeRetainer(ReferralDeals before) {
        return new ReferralDeals(Math.max(0, before.earlier() - 1), before.firstClosedOn());
    }

    private static ReferralDeals with(ReferralDeals before, LocalDate closedOn) {
        LocalDate first = before.firstClosedOn();
        return new ReferralDeals(before.earlier() + 1, first == null || closedOn.isBefore(first) ? closedOn : first);
    }
}
