package io.entente.commission.commissions;

import io.entente.commission.commissions.amounts.Adjusted;
import io.entente.commission.deals.Client;
import io.entente.commission.deals.CreditedDeal;
import io.entente.commission.deals.Origin;
import io.entente.commission.ledger.TransactionKind;
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
import java.util.TreeSet;
import org.joda.money.Money;

/** Postings for tests. */
public final class PostingMother {

    private PostingMother() {}

    /** Ten percent of 100.00 USD for a partner's whole share of a deal. */
    public static Posting accrual(String partner, String dealId) {
        return new Posting(
                deal(partner, dealId),
                new PricingResult.Earned(
                        Money.parse("USD 10.00"),
                        new PlanRef("standard", 1),
                        "PERCENT",
                        Fraction.of("0.10"),
                        PaymentTerms.USUAL,
                        List.of(Step.of(
                                "COMMISSION", Map.of("result", "10.00 USD"), "10 % of 100.00 USD is 10.00 USD."))));
    }

    /** A client pays 4,000.00 USD of a retainer on top of 10,000.00, in two bands and under a cap per deal. */
    public static Posting onPayment(String partner, String dealId) {
        Money paid = Money.parse("USD 4000.00");
        CreditedDeal.RetainerPayment payment =
                new CreditedDeal.RetainerPayment("inv-7", paid, LocalDate.parse("2026-05-04"));
        return new Posting(
                deal(partner, dealId).paid(payment, paid),
                new PricingResult.Earned(
                        Money.parse("USD 300.00"),
                        new PlanRef("standard", 1),
                        "DEAL_SIZE_TIERS",
                        null,
                        PaymentTerms.USUAL,
                        List.of(
                                Step.of("DEAL", Map.of("basis", "14000.00 USD"), "The client paid 4000.00 USD."),
                                Step.of(
                                        "COMMISSION",
                                        Map.of("parts", "0.05 of 10000.00 USD; 0.08 of 4000.00 USD"),
                                        "5 % of 10000.00 USD and 8 % of 4000.00 USD are 820.00 USD."),
                                Step.of(
                                        "CAP_PER_DEAL",
                                        Map.of("commission", "820.00 USD", "result", "800.00 USD"),
                                        "The plan pays at most 800.00 USD for a deal."),
                                Step.of(
                                        "LESS_BEFORE",
                                        Map.of(
                                                "before",
                                                "10000.00 USD",
                                                "commissionBefore",
                                                "500.00 USD",
                                                "result",
                                                "300.00 USD"),
                                        "Less 500.00 USD for the 10000.00 USD paid before: 300.00 USD."))));
    }

    /** A deal that no plan prices. */
    public static Posting nothingDue(String partner, String dealId) {
        return new Posting(
                deal(partner, dealId),
                new PricingResult.NothingDue(
                        PricingResult.Reason.NO_PLAN_IN_FORCE,
                        null,
                        List.of(Step.of("PLAN", Map.of(), "No plan was in force."))));
    }

    /** A later tier lifts such a deal to 15.00 USD. */
    public static Movement lifted(String partner, String dealId) {
        Money zero = Money.parse("USD 0.00");
        CreditedDeal deal = deal(partner, dealId);
        Commission nothing = Commission.accrued(deal, zero, new PlanRef("standard", 1), PaymentTerms.USUAL);
        Commission after = new Commission(
                deal,
                nothing.plan(),
                nothing.terms(),
                null,
                zero,
                Money.parse("USD 15.00"),
                Adjusted.nothing(zero),
                zero,
                zero,
                nothing.settled(),
                List.of(),
                List.of(),
                new TreeSet<>(List.of("tier/later")),
                2,
                2);
        return Movement.between(
                nothing,
                after,
                TransactionKind.ADJUSTED,
                after.corrected(),
                Because.words("A higher rate."),
                "system",
                List.of());
    }

    private static CreditedDeal deal(String partner, String dealId) {
        return new CreditedDeal(
                new PartnerId(partner),
                dealId,
                "ref_" + dealId,
                new Client("brightwater.example", "Brightwater"),
                Money.parse("USD 100.00"),
                Money.parse("USD 100.00"),
                Fraction.WHOLE,
                LocalDate.parse("2026-04-02"),
                Origin.LIVE);
    }
}
