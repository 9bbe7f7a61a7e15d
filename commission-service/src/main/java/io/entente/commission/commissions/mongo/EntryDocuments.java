package io.entente.commission.commissions.mongo;

import static io.entente.commission.documents.Fields.money;
import static io.entente.commission.documents.Fields.number;
import static io.entente.commission.documents.Fields.part;
import static io.entente.commission.documents.Fields.readMoney;
import static io.entente.commission.documents.Fields.text;

import io.entente.commission.commissions.CommissionId;
import io.entente.commission.commissions.Movement;
import io.entente.commission.commissions.Posting;
import io.entente.commission.commissions.payables.PayoutEntry;
import io.entente.commission.commissions.payables.PayoutTax;
import io.entente.commission.commissions.recount.Recount;
import io.entente.commission.commissions.refunds.NotedRefund;
import io.entente.commission.deals.CreditedDeal;
import io.entente.commission.ledger.Entry;
import io.entente.commission.ledger.EntryFormat;
import io.entente.commission.ledger.LedgerLine;
import io.entente.commission.ledger.TransactionId;
import io.entente.commission.ledger.TransactionKind;
import io.entente.commission.partners.PartnerId;
import io.entente.commission.plans.PaymentTerms;
import io.entente.commission.plans.PlanRef;
import io.entente.commission.plans.Trigger;
import io.entente.commission.plans.inputs.Fraction;
import io.entente.commission.plans.pricing.PricingResult;
import io.entente.commission.plans.pricing.PricingResult.Earned;
import io.entente.commission.plans.pricing.PricingResult.NothingDue;
import io.entente.commission.plans.rules.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.Document;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.springframework.stereotype.Component;

/**
 * Converts the entries of the ledger to documents and back: a deal with what it earned, a change of a commission, a
 * recount of a deal, a refund of a deal without a commission, or a payout.
 */
@Component
public class EntryDocuments implements EntryFormat<Document> {

    private static final String COMMISSION = "commission";
    private static final String LIFE = "life";
    private static final String MOVEMENT = "movement";
    private static final String CAPPED = "capped";
    private static final String PAYOUT = "payout";
    private static final String ROUND = "round";
    private static final String REPORT = "report";
    private static final String GOODWILL = "goodwill";

    @Override
    public void write(Entry entry, Document document) {
        if (entry instanceof Posting posting) {
            Document commission = commission(posting);
            if (posting.capped()) {
                commission.append(CAPPED, true);
            }
            document.append(COMMISSION, commission);
            if (posting.opening() != null) {
                document.append(LIFE, CommissionDocuments.write(posting.opening()));
            }
        } else if (entry instanceof Movement movement) {
            Document commission = DealDocuments.write(movement.after().deal())
                    .append("explanation", new ArrayList<>(movement.explanation()));
            if (movement.capped()) {
                commission.append(CAPPED, true);
            }
            document.append(COMMISSION, commission)
                    .append(LIFE, CommissionDocuments.write(movement.after()))
                    .append(MOVEMENT, movement(movement));
        } else if (entry instanceof Recount recount) {
            RecountDocuments.write(recount, document);
        } else if (entry instanceof NotedRefund noted) {
            NotedRefundDocuments.write(noted, document);
        } else {
            document.append(PAYOUT, payout((PayoutEntry) entry));
        }
    }

    @Override
    public Entry read(TransactionId id, TransactionKind kind, List<LedgerLine> lines, Document stored) {
        PartnerId partner = id.partnerId();
        if (stored.containsKey(PAYOUT)) {
            return readPayout(part(stored, PAYOUT), partner);
        }
        Document commission = part(stored, COMMISSION);
        CreditedDeal deal = DealDocuments.read(commission, partner);
        if (stored.containsKey(MOVEMENT)) {
            Document movement = part(stored, MOVEMENT);
            return new Movement(
                    kind,
                    CommissionDocuments.read(part(stored, LIFE), deal),
                    readMoney(part(movement, "amount")),
                    lines,
                    BecauseDocuments.read(movement),
                    text(movement, "actor"),
                    explanation(commission),
                    readRefunded(movement, deal),
                    isCapped(commission),
                    movement.getString(REPORT),
                    readGoodwill(movement));
        }
        if (stored.containsKey(RecountDocuments.RECOUNT)) {
            return RecountDocuments.read(stored, deal);
        }
        if (stored.containsKey(NotedRefundDocuments.NOTED)) {
            return NotedRefundDocuments.read(stored, deal);
        }
        Posting read = new Posting(deal, readOutcome(commission));
        Posting posting = isCapped(commission) ? read.underYearlyCap() : read;
        return stored.containsKey(LIFE) ? posting.opened(CommissionDocuments.read(part(stored, LIFE), deal)) : posting;
    }

    private static Document movement(Movement movement) {
        Document document = BecauseDocuments.write(movement.because(), new Document("amount", money(movement.amount())))
                .append("actor", movement.actor());
        if (movement.report() != null) {
            document.append(REPORT, movement.report());
        }
        if (!movement.goodwill().isZero()) {
            document.append(GOODWILL, money(movement.goodwill()));
        }
        return movement.refunded().isZero() ? document : document.append("refunded", money(movement.refunded()));
    }

    /** Movements that refund nothing, and those from before refunds were counted, don't name an amount. */
    private static Money readRefunded(Document movement, CreditedDeal deal) {
        return movement.containsKey("refunded")
                ? readMoney(part(movement, "refunded"))
                : Money.zero(deal.revenue().getCurrencyUnit());
    }

    /** Movements that no person adjusted, and those from before goodwill was told apart, don't name an amount. */
    private static Money readGoodwill(Document movement) {
        return movement.containsKey(GOODWILL)
                ? readMoney(part(movement, GOODWILL))
                : Money.zero(readMoney(part(movement, "amount")).getCurrencyUnit());
    }

    private static boolean isCapped(Document commission) {
        return Boolean.TRUE.equals(commission.getBoolean(CAPPED));
    }

    private static Document commission(Posting posting) {
        Document document = DealDocuments.write(posting.deal())
                .append("explanation", new ArrayList<>(posting.outcome().explanation()))
                .append(
                        "steps",
                        posting.outcome().steps().stream()
                                .map(step -> new Document("name", step.name()).append("figures", figures(step)))
                                .toList());
        if (posting.outcome() instanceof Earned earned) {
            return earned(document, earned);
        }
        NothingDue nothing = (NothingDue) posting.outcome();
        PlanRef plan = nothing.plan();
        document.append("reason", nothing.reason().name());
        return plan == null ? document : document.append("plan", plan(plan));
    }

    private static Document figures(Step step) {
        Document figures = new Document();
        step.figures().forEach(figures::append);
        return figures;
    }

    private static Document plan(PlanRef plan) {
        return new Document("code", plan.code()).append("version", plan.version());
    }

    private static Document earned(Document document, Earned earned) {
        document.append("amount", money(earned.amount()))
                .append("plan", plan(earned.plan()))
                .append("rule", earned.rule())
                .append("trigger", earned.terms().trigger().name())
                .append("netDays", earned.terms().netDays())
                .append("holdDays", earned.terms().holdDays());
        Fraction rate = earned.rate();
        return rate == null ? document : document.append("rate", rate.toString());
    }

    private static PricingResult readOutcome(Document stored) {
        List<Step> steps = readSteps(stored);
        Document plan = stored.get("plan", Document.class);
        PlanRef ref = plan == null ? null : new PlanRef(text(plan, "code"), number(plan, "version"));
        if (stored.containsKey("reason")) {
            return new NothingDue(PricingResult.Reason.valueOf(text(stored, "reason")), ref, steps);
        }
        String rate = stored.getString("rate");
        return new Earned(
                readMoney(part(stored, "amount")),
                Objects.requireNonNull(ref, "plan"),
                text(stored, "rule"),
                rate == null ? null : Fraction.of(rate),
                readTerms(stored),
                steps);
    }

    /**
     * Reads the payment terms. Accruals from before plans had terms were all payable 30 days after the client's
     * payment.
     */
    private static PaymentTerms readTerms(Document stored) {
        return new PaymentTerms(
                Trigger.valueOf(text(stored, "trigger")),
                stored.getInteger("netDays", PaymentTerms.USUAL_NET_DAYS),
                stored.getInteger("holdDays", 0));
    }

    /** Reads the explanation with the sentences of that time. Early transactions have no separate figures. */
    private static List<Step> readSteps(Document stored) {
        List<String> sentences = stored.getList("explanation", String.class);
        List<Document> told = stored.getList("steps", Document.class, List.of());
        List<Step> steps = new ArrayList<>(sentences.size());
        for (int i = 0; i < sentences.size(); i++) {
            Document step = i < told.size() ? told.get(i) : new Document("name", "STEP");
            Map<String, String> figures = new LinkedHashMap<>();
            step.get("figures", new Document()).forEach((name, figure) -> figures.put(name, (String) figure));
            steps.add(Step.of(text(step, "name"), figures, sentences.get(i)));
        }
        return List.copyOf(steps);
    }

    private static Document payout(PayoutEntry entry) {
        Document document = new Document("id", entry.payoutId())
                .append("stage", entry.stage().name())
                .append("gross", money(entry.gross()))
                .append("netted", money(entry.netted()))
                .append(
                        "items",
                        entry.items().stream()
                                .map(item -> new Document(
                                                "commission", item.commission().value())
                                        .append("portion", item.portion())
                                        .append("amount", money(item.amount())))
                                .toList())
                .append("actor", entry.actor())
                .append("explanation", new ArrayList<>(entry.explanation()));
        if (entry.round() != 0) {
            document.append(ROUND, entry.round());
        }
        // Early payouts have no taxes, and a payout without any is stored as it was then.
        return entry.tax().isNone()
                ? document
                : document.append(
                        "tax",
                        new Document("vat", money(entry.tax().vat()))
                                .append("withheld", money(entry.tax().withheld())));
    }

    private static PayoutTax readTax(Document stored, CurrencyUnit currency) {
        Document tax = stored.get("tax", Document.class);
        return tax == null
                ? PayoutTax.none(currency)
                : new PayoutTax(readMoney(part(tax, "vat")), readMoney(part(tax, "withheld")));
    }

    /** Payouts that were never corrected, and those from before outcomes could be corrected, don't name a round. */
    private static PayoutEntry readPayout(Document stored, PartnerId partner) {
        return new PayoutEntry(
                partner,
                text(stored, "id"),
                PayoutEntry.Stage.valueOf(text(stored, "stage")),
                stored.getInteger(ROUND, 0),
                readMoney(part(stored, "gross")),
                readMoney(part(stored, "netted")),
                readTax(stored, readMoney(part(stored, "gross")).getCurrencyUnit()),
                stored.getList("items", Document.class).stream()
                        .map(item -> new PayoutEntry.Item(
                                new CommissionId(text(item, "commission")),
                                (int) number(item, "portion"),
                                readMoney(part(item, "amount"))))
                        .toList(),
                text(stored, "actor"),
                explanation(stored));
    }

    private static List<String> explanation(Document stored) {
        return List.copyOf(stored.getList("explanation", String.class));
    }
}
