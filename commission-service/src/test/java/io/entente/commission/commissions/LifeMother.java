package io.entente.commission.commissions;

import io.entente.commission.commissions.payables.Paying;
import io.entente.commission.commissions.release.Release;
import io.entente.commission.commissions.settlement.Settlement;
import io.entente.commission.deals.Client;
import io.entente.commission.deals.CreditedDeal;
import io.entente.commission.deals.DealFact;
import io.entente.commission.deals.DealFile;
import io.entente.commission.deals.Engagement;
import io.entente.commission.deals.Origin;
import io.entente.commission.partners.PartnerId;
import io.entente.commission.plans.PaymentTerms;
import io.entente.commission.plans.PlanRef;
import io.entente.commission.plans.Trigger;
import io.entente.commission.plans.inputs.Fraction;
import io.entente.commission.plans.pricing.PricingResult.Earned;
import io.entente.commission.plans.rules.Step;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Commissions at points of their lives. */
final class LifeMother {

    static final CurrencyUnit USD = CurrencyUnit.USD;

    private LifeMother() {}

    /** Of a deal {@code d} that waits for the client's payment, net 30. */
    static Commission accrued(String deal, String commission) {
        return Commission.of(posting(Trigger.CLIENT_PAYMENT, null, deal, commission));
    }

    /** Of a deal whose client paid in one go, and which was paid out. */
    static Commission paid(String deal, String commission) {
        DealFact payment = new DealFact(
                DealFact.Kind.PAYMENT,
                "one",
                "d",
                Money.parse(deal),
                LocalDate.parse("2026-05-01"),
                "The client paid.",
                "system");
        Commission pending = Settlement.next(accrued(deal, commission), file(payment), payment.on())
                .orElseThrow()
                .after();
        LocalDate due = LocalDate.parse("2026-05-31");
        Commission payable = Release.due(pending, due, "system").orElseThrow().after();
        Commission allocated =
                Paying.allocate(payable, "pay_1", due, "system").orElseThrow().after();
        return Paying.paid(allocated, "pay_1", "system").orElseThrow().after();
    }

    static Posting opened(Trigger trigger, @Nullable Engagement engagement, String deal, String commission) {
        return Opening.of(posting(trigger, engagement, deal, commission), List.of());
    }

    static DealFact payment(String id, String amount) {
        return new DealFact(
                DealFact.Kind.PAYMENT,
                id,
                "d",
                Money.parse("USD " + amount),
                LocalDate.parse("2026-05-01"),
                "The client paid.",
                "system");
    }

    static DealFile file(DealFact... facts) {
        return new DealFile("d", List.of(facts));
    }

    private static Posting posting(Trigger trigger, @Nullable Engagement engagement, String deal, String commission) {
        return new Posting(
                new CreditedDeal(
                        new PartnerId("par_ash"),
                        "d",
                        "ref_d",
                        new Client("brightwater.example", "Brightwater"),
                        Money.parse(deal),
                        Money.parse(deal),
                        Fraction.WHOLE,
                        LocalDate.parse("2026-04-02"),
                        Origin.LIVE,
                        engagement,
                        null),
                new Earned(
                        Money.parse(commission),
                        new PlanRef("standard", 1),
                        "PERCENT",
                        Fraction.of("0.10"),
                        new PaymentTerms(trigger, 30, 0),
                        List.of(Step.of("COMMISSION", Map.of(), "It was worked out."))));
    }
}
