package io.entente.commission.statements;

import io.entente.commission.commissions.Posting;
import io.entente.commission.commissions.recount.Counted;
import io.entente.commission.commissions.recount.Recount;
import io.entente.commission.deals.Client;
import io.entente.commission.deals.CreditedDeal;
import io.entente.commission.deals.Origin;
import io.entente.commission.partners.PartnerId;
import io.entente.commission.plans.PaymentTerms;
import io.entente.commission.plans.PlanRef;
import io.entente.commission.plans.inputs.Fraction;
import io.entente.commission.plans.pricing.PricingResult;
import io.entente.commission.plans.rules.Because;
import io.entente.commission.plans.rules.Step;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.joda.money.Money;

/** Ledger entries for tests of chains. */
public final class ChainMother {

    private ChainMother() {}

    /** A deal that earned the given amount. */
    public static Posting deal(String partner, String dealId, String organisation, String revenue, String earned) {
        return new Posting(
                credited(partner, dealId, organisation, revenue),
                new PricingResult.Earned(
                        Money.parse(earned),
                        new PlanRef("standard", 1),
                        "PERCENT",
                        Fraction.of("0.10"),
                        PaymentTerms.USUAL,
                        List.of(Step.of("COMMISSION", Map.of(), "Ten percent."))));
    }

    /** A deal that earned nothing. */
    public static Posting nothing(String partner, String dealId, String revenue) {
        return new Posting(
                credited(partner, dealId, "Brightwater", revenue),
                new PricingResult.NothingDue(
                        PricingResult.Reason.NO_PLAN_IN_FORCE, null, List.of(Step.of("PLAN", Map.of(), "No plan."))));
    }

    /** The reversal of a whole deal that counted until then. */
    public static Recount reversed(Posting closing) {
        return recounted(closing, closing.deal(), true);
    }

    /** The correction of a deal's amount, the first of this deal. */
    public static Recount corrected(Posting closing, String revenue) {
        CreditedDeal before = closing.deal();
        return recounted(
                closing,
                credited(
                        before.partnerId().value(),
                        before.dealId(),
                        before.client().organisation(),
                        revenue),
                false);
    }

    private static Recount recounted(Posting closing, CreditedDeal after, boolean reversed) {
        Counted now = Counted.closing(after);
        return new Recount(
                after,
                new PlanRef("standard", 1),
                1,
                2,
                reversed,
                false,
                Counted.closing(closing.deal()),
                reversed ? now.nothing() : now,
                null,
                Because.words("Entered wrongly."),
                "user:u-1",
                List.of("Recounted."));
    }

    private static CreditedDeal credited(String partner, String dealId, String organisation, String revenue) {
        return new CreditedDeal(
                new PartnerId(partner),
                dealId,
                "ref_" + dealId,
                new Client("client.example", organisation),
                Money.parse(revenue),
                Money.parse(revenue),
                Fraction.WHOLE,
                LocalDate.parse("2026-04-02"),
                Origin.LIVE);
    }
}
