package io.entente.commission.commissions.mongo;

import static io.entente.commission.documents.Fields.money;
import static io.entente.commission.documents.Fields.number;
import static io.entente.commission.documents.Fields.part;
import static io.entente.commission.documents.Fields.readMoney;
import static io.entente.commission.documents.Fields.text;

import io.entente.commission.commissions.recount.Counted;
import io.entente.commission.commissions.recount.Recount;
import io.entente.commission.commissions.recount.Recount.Moved;
import io.entente.commission.deals.CreditedDeal;
import io.entente.commission.plans.PlanRef;
import io.entente.commission.plans.inputs.Fraction;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Converts recounts of deals to documents and back. */
final class RecountDocuments {

    static final String RECOUNT = "recount";

    private RecountDocuments() {}

    static void write(Recount recount, Document transaction) {
        Document document = new Document("number", recount.number())
                .append("sequence", recount.sequence())
                .append("reversed", recount.reversed())
                .append("before", counted(recount.before()))
                .append("after", counted(recount.after()));
        BecauseDocuments.write(recount.because(), document).append("actor", recount.actor());
        if (recount.refused()) {
            document.append("refused", true);
        }
        if (recount.plan() != null) {
            document.append(
                    "plan",
                    new Document("code", recount.plan().code())
                            .append("version", recount.plan().version()));
        }
        if (recount.moved() != null) {
            document.append("moved", moved(recount.moved()));
        }
        transaction
                .append(
                        "commission",
                        DealDocuments.write(recount.deal())
                                .append("explanation", new ArrayList<>(recount.explanation())))
                .append(RECOUNT, document);
    }

    static Recount read(Document transaction, CreditedDeal deal) {
        Document stored = part(transaction, RECOUNT);
        Document plan = stored.get("plan", Document.class);
        return new Recount(
                deal,
                plan == null ? null : new PlanRef(text(plan, "code"), number(plan, "version")),
                (int) number(stored, "number"),
                number(stored, "sequence"),
                Boolean.TRUE.equals(stored.getBoolean("reversed")),
                Boolean.TRUE.equals(stored.getBoolean("refused")),
                readCounted(part(stored, "before")),
                readCounted(part(stored, "after")),
                readMoved(stored.get("moved", Document.class)),
                BecauseDocuments.read(stored),
                text(stored, "actor"),
                List.copyOf(part(transaction, "commission").getList("explanation", String.class)));
    }

    private static Document counted(Counted counted) {
        Document document = new Document("isDeal", counted.isDeal())
                .append("closedOn", counted.closedOn().toString())
                .append("basis", money(counted.basis()))
                .append("revenue", money(counted.revenue()));
        if (!counted.counts().equals(Fraction.WHOLE)) {
            document.append("counts", counted.counts().toString());
        }
        return counted.refundable().isZero() ? document : document.append("refundable", money(counted.refundable()));
    }

    private static Counted readCounted(Document stored) {
        Money revenue = readMoney(part(stored, "revenue"));
        return new Counted(
                Boolean.TRUE.equals(stored.getBoolean("isDeal")),
                LocalDate.parse(text(stored, "closedOn")),
                readMoney(part(stored, "basis")),
                revenue,
                stored.containsKey("refundable")
                        ? readMoney(part(stored, "refundable"))
                        : Money.zero(revenue.getCurrencyUnit()),
                Fraction.of(stored.get("counts", "1")));
    }

    private static Document moved(Moved moved) {
        return new Document("from", moved.from())
                .append("fromPlan", moved.fromPlan())
                .append("to", moved.to())
                .append("toPlan", moved.toPlan())
                .append("amount", money(moved.amount()));
    }

    private static @Nullable Moved readMoved(@Nullable Document stored) {
        return stored == null
                ? null
                : new Moved(
                        (int) number(stored, "from"),
                        text(stored, "fromPlan"),
                        (int) number(stored, "to"),
                        text(stored, "toPlan"),
                        readMoney(part(stored, "amount")));
    }
}
