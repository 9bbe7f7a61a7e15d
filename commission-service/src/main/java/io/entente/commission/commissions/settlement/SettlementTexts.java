package io.entente.commission.commissions.settlement;

import io.entente.commission.commissions.Commission;
import io.entente.commission.commissions.Settled;
import io.entente.commission.commissions.Texts;
import io.entente.commission.deals.DealFact;
import io.entente.platform.domain.Quantity;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.Money;

/** Explains with figures what a fact did to a commission. */
final class SettlementTexts {

    private SettlementTexts() {}

    /** Explains what a fact released. */
    static List<String> scheduled(Commission before, Commission after, Settled settled, DealFact fact) {
        List<String> steps = new ArrayList<>();
        steps.add(cause(fact));
        steps.addAll(kept(settled));
        steps.add("This releases %s in total, of which %s were released before: %s more."
                .formatted(
                        Texts.money(after.released()),
                        Texts.money(before.released()),
                        Texts.money(after.released().minus(before.released()))));
        steps.addAll(payable(before, after));
        return steps;
    }

    /** Explains what became payable on other days, although it is as much as before. */
    static List<String> moved(Commission before, Commission after, Settled settled, DealFact fact) {
        List<String> steps = new ArrayList<>();
        steps.add(cause(fact));
        steps.addAll(kept(settled));
        steps.add("%s are released as before, but they belong to other payments now."
                .formatted(Texts.money(after.released())));
        steps.addAll(payable(before, after));
        return steps;
    }

    /** Explains what a fact gave back. */
    static List<String> givenBack(Commission before, Commission after, Settled settled, DealFact fact) {
        List<String> steps = new ArrayList<>(takenBack(before, after, settled, fact));
        steps.addAll(payable(before, after));
        return steps;
    }

    /** Says when further amounts are payable. */
    private static List<String> payable(Commission before, Commission after) {
        List<String> days = Settlement.days(after).beyond(Settlement.days(before)).entrySet().stream()
                .map(due -> "%s on %s".formatted(Texts.money(due.getValue()), due.getKey()))
                .toList();
        if (days.isEmpty()) {
            return List.of();
        }
        String since = Entitlement.waitsForPayment(after)
                ? "%s and %s after the client's payment"
                        .formatted(
                                Quantity.of(after.terms().netDays(), "net day"),
                                Quantity.of(after.terms().holdDays(), "hold day"))
                : "by the terms of the plan";
        return List.of("Payable are %s, %s.".formatted(String.join(", ", days), since));
    }

    /** Explains what waits for a payment again. */
    static List<String> unscheduled(Commission before, Settled settled, DealFact fact, Money again) {
        List<String> steps = new ArrayList<>();
        steps.add(cause(fact));
        steps.addAll(kept(settled));
        steps.add("Of the %s released before, %s wait for the client's payment again."
                .formatted(Texts.money(before.released()), Texts.money(again)));
        return steps;
    }

    /** Explains what a fact took back. */
    static List<String> takenBack(Commission before, Commission after, Settled settled, DealFact fact) {
        List<String> steps = new ArrayList<>();
        steps.add(cause(fact));
        steps.addAll(kept(settled));
        steps.add(
                "In total %s of %s are undone.".formatted(Texts.money(settled.undone()), Texts.money(settled.basis())));
        Money adjusted = after.adjusted();
        if (adjusted.isZero()) {
            steps.add("The same fraction of %s is %s. Until now, %s were taken back."
                    .formatted(
                            Texts.money(before.earned()),
                            Texts.money(after.clawedBack()),
                            Texts.money(before.clawedBack())));
        } else {
            Money ofAdjustments = adjusted.minus(after.leftOfAdjustments());
            steps.add(
                    "%s were earned and adjusted by %s. In the same proportion, %s of both are taken back: %s of what was earned and %s of the adjustments. Until now, %s were."
                            .formatted(
                                    Texts.money(before.earned()),
                                    Texts.money(adjusted),
                                    Texts.money(after.clawedBack()),
                                    Texts.money(after.clawedBack().minus(ofAdjustments)),
                                    Texts.money(ofAdjustments),
                                    Texts.money(before.clawedBack())));
        }
        steps.add("The commission is %s now.".formatted(Texts.money(after.net())));
        if (!after.owedBack().isZero()) {
            steps.add("In total, %s were taken back after payouts had taken them."
                    .formatted(Texts.money(after.owedBack())));
        }
        return steps;
    }

    /** Explains a change of the revenue that changes no amount of the commission. */
    static List<String> noted(Commission before, Commission after, DealFact fact) {
        return List.of(
                cause(fact),
                after.settled().reversed().isLessThan(after.settled().basis())
                        ? "Of the partner's part of the deal, %s are lost now; before, %s were."
                                .formatted(Texts.money(after.refundedRevenue()), Texts.money(before.refundedRevenue()))
                        : "The deal was reversed as a whole, so its %s of refunds are no longer counted on their own."
                                .formatted(Texts.money(before.refundedRevenue())),
                "The commission stays %s.".formatted(Texts.money(after.net())));
    }

    private static String cause(DealFact fact) {
        if (fact.kind() == DealFact.Kind.PAYMENT) {
            return "The client paid %s on %s (payment %s).".formatted(Texts.money(fact.amount()), fact.on(), fact.id());
        }
        return Texts.report(fact);
    }

    private static List<String> kept(Settled settled) {
        List<String> steps = new ArrayList<>();
        if (!settled.deal().isEqual(settled.basis())) {
            steps.add("Reversals of %s and credit notes of %s leave %s of the amount of %s."
                    .formatted(
                            Texts.money(settled.reversed()),
                            Texts.money(settled.credited()),
                            Texts.money(settled.deal()),
                            Texts.money(settled.basis())));
        }
        steps.add("The client has paid %s in total, less %s refunded. The firm keeps %s of %s."
                .formatted(
                        Texts.money(settled.paid()),
                        Texts.money(settled.refunded()),
                        Texts.money(settled.kept()),
                        Texts.money(settled.deal())));
        return steps;
    }
}
