package io.entente.commission.commissions.mongo;

import static io.entente.commission.documents.Fields.number;
import static io.entente.commission.documents.Fields.part;
import static io.entente.commission.documents.Fields.text;

import io.entente.commission.commissions.Commission;
import io.entente.commission.commissions.Hold;
import io.entente.commission.commissions.Portion;
import io.entente.commission.commissions.Settled;
import io.entente.commission.commissions.amounts.Adjusted;
import io.entente.commission.commissions.amounts.Priced;
import io.entente.commission.deals.CreditedDeal;
import io.entente.commission.plans.PaymentTerms;
import io.entente.commission.plans.PlanRef;
import io.entente.commission.plans.Trigger;
import io.entente.commission.plans.inputs.Fraction;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import org.bson.Document;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Converts a commission's state to the document in its transactions and back. All amounts are in one currency. */
final class CommissionDocuments {

    private CommissionDocuments() {}

    static Document write(Commission commission) {
        Settled settled = commission.settled();
        Document document = new Document(
                        "currency", commission.accrued().getCurrencyUnit().getCode())
                .append(
                        "plan",
                        new Document("code", commission.plan().code())
                                .append("version", commission.plan().version()))
                .append(
                        "terms",
                        new Document("trigger", commission.terms().trigger().name())
                                .append("netDays", commission.terms().netDays())
                                .append("holdDays", commission.terms().holdDays()))
                .append("accrued", amount(commission.accrued()))
                .append("corrected", amount(commission.corrected()))
                .append("adjusted", amount(commission.adjusted()))
                .append(
                        "adjustments",
                        commission.adjustments().parts().stream()
                                .map(part -> new Document("worth", amount(part.worth()))
                                        .append("amount", amount(part.amount())))
                                .toList())
                .append("clawedBack", amount(commission.clawedBack()))
                .append("owedBack", amount(commission.owedBack()))
                .append(
                        "settled",
                        new Document("facts", settled.facts())
                                .append("basis", amount(settled.basis()))
                                .append("paid", amount(settled.paid()))
                                .append("refunded", amount(settled.refunded()))
                                .append("reversed", amount(settled.reversed()))
                                .append("credited", amount(settled.credited())))
                .append(
                        "portions",
                        commission.portions().stream()
                                .map(CommissionDocuments::portion)
                                .toList())
                .append(
                        "holds",
                        commission.holds().stream()
                                .map(hold -> new Document("kind", hold.kind().name()).append("reason", hold.reason()))
                                .toList())
                .append("corrections", List.copyOf(commission.corrections()))
                .append("revision", commission.revision())
                .append("sequence", commission.sequence());
        Priced priced = commission.priced();
        return priced == null ? document : document.append("priced", priced(priced));
    }

    private static Document priced(Priced priced) {
        Document document = new Document("rule", priced.rule());
        return priced.rate() == null
                ? document
                : document.append("rate", priced.rate().toString());
    }

    /** Absent in transactions from before it was recorded. */
    private static @Nullable Priced readPriced(@Nullable Document stored) {
        if (stored == null) {
            return null;
        }
        String rate = stored.getString("rate");
        return new Priced(text(stored, "rule"), rate == null ? null : Fraction.of(rate));
    }

    static Commission read(Document stored, CreditedDeal deal) {
        CurrencyUnit currency = CurrencyUnit.of(text(stored, "currency"));
        Document plan = part(stored, "plan");
        Document terms = part(stored, "terms");
        return new Commission(
                deal,
                new PlanRef(text(plan, "code"), number(plan, "version")),
                new PaymentTerms(Trigger.valueOf(text(terms, "trigger")), (int) number(terms, "netDays"), (int)
                        number(terms, "holdDays")),
                readPriced(stored.get("priced", Document.class)),
                amount(stored, "accrued", currency),
                amount(stored, "corrected", currency),
                adjusted(stored, currency),
                amount(stored, "clawedBack", currency),
                amount(stored, "owedBack", currency),
                settled(part(stored, "settled"), currency),
                stored.getList("portions", Document.class).stream()
                        .map(portion -> readPortion(portion, currency))
                        .toList(),
                stored.getList("holds", Document.class).stream()
                        .map(hold -> new Hold(Hold.Kind.valueOf(text(hold, "kind")), text(hold, "reason")))
                        .toList(),
                new TreeSet<>(stored.getList("corrections", String.class)),
                number(stored, "revision"),
                number(stored, "sequence"));
    }

    private static Settled settled(Document stored, CurrencyUnit currency) {
        return new Settled(
                (int) number(stored, "facts"),
                amount(stored, "basis", currency),
                amount(stored, "paid", currency),
                amount(stored, "refunded", currency),
                amount(stored, "reversed", currency),
                // Absent in transactions from before credit notes.
                stored.containsKey("credited") ? amount(stored, "credited", currency) : Money.zero(currency));
    }

    private static Adjusted adjusted(Document stored, CurrencyUnit currency) {
        Money total = amount(stored, "adjusted", currency);
        if (stored.containsKey("adjustments")) {
            return new Adjusted(
                    total,
                    stored.getList("adjustments", Document.class).stream()
                            .map(part -> new Adjusted.Part(
                                    amount(part, "worth", currency), amount(part, "amount", currency)))
                            .toList());
        }
        // Absent in transactions from before adjustments were clawed back. They were made for the whole deal.
        Adjusted nothing = Adjusted.nothing(Money.zero(currency));
        return total.isZero() ? nothing : nothing.plus(total, amount(part(stored, "settled"), "basis", currency));
    }

    private static Document portion(Portion portion) {
        Document document = new Document("number", portion.number())
                .append("amount", amount(portion.amount()))
                .append("dueOn", portion.dueOn().toString())
                .append("state", portion.state().name());
        return portion.payoutId() == null ? document : document.append("payoutId", portion.payoutId());
    }

    private static Portion readPortion(Document stored, CurrencyUnit currency) {
        return new Portion(
                (int) number(stored, "number"),
                amount(stored, "amount", currency),
                LocalDate.parse(text(stored, "dueOn")),
                Portion.State.valueOf(text(stored, "state")),
                stored.getString("payoutId"));
    }

    private static String amount(Money money) {
        return money.getAmount().toPlainString();
    }

    private static Money amount(Document stored, String field, CurrencyUnit currency) {
        return Money.of(currency, new BigDecimal(text(stored, field)));
    }
}
