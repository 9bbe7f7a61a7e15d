package io.entente.commission.commissions.mongo;

import static io.entente.commission.documents.Fields.money;
import static io.entente.commission.documents.Fields.number;
import static io.entente.commission.documents.Fields.part;
import static io.entente.commission.documents.Fields.readMoney;
import static io.entente.commission.documents.Fields.text;

import io.entente.commission.commissions.refunds.NotedRefund;
import io.entente.commission.deals.CreditedDeal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;

/** Converts refunds of deals without a commission to documents and back. */
final class NotedRefundDocuments {

    static final String NOTED = "notedRefund";

    private static final String REPORT = "report";

    private NotedRefundDocuments() {}

    static void write(NotedRefund noted, Document transaction) {
        Document document = new Document("number", noted.number())
                .append("total", money(noted.total()))
                .append("more", money(noted.more()))
                .append("on", noted.on().toString());
        BecauseDocuments.write(noted.because(), document).append("actor", noted.actor());
        if (noted.report() != null) {
            document.append(REPORT, noted.report());
        }
        transaction
                .append(
                        "commission",
                        DealDocuments.write(noted.deal()).append("explanation", new ArrayList<>(noted.explanation())))
                .append(NOTED, document);
    }

    static NotedRefund read(Document transaction, CreditedDeal deal) {
        Document stored = part(transaction, NOTED);
        return new NotedRefund(
                deal,
                (int) number(stored, "number"),
                readMoney(part(stored, "total")),
                readMoney(part(stored, "more")),
                LocalDate.parse(text(stored, "on")),
                BecauseDocuments.read(stored),
                text(stored, "actor"),
                List.copyOf(part(transaction, "commission").getList("explanation", String.class)),
                stored.getString(REPORT));
    }
}
