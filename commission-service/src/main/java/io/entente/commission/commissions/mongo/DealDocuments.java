package io.entente.commission.commissions.mongo;

import static io.entente.commission.documents.Fields.money;
import static io.entente.commission.documents.Fields.part;
import static io.entente.commission.documents.Fields.readMoney;
import static io.entente.commission.documents.Fields.text;

import io.entente.commission.commissions.CommissionId;
import io.entente.commission.deals.Client;
import io.entente.commission.deals.CreditedDeal;
import io.entente.commission.deals.CreditedDeal.RetainerPayment;
import io.entente.commission.deals.Engagement;
import io.entente.commission.deals.Origin;
import io.entente.commission.partners.PartnerId;
import io.entente.commission.plans.inputs.Fraction;
import java.time.LocalDate;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Converts a credited deal to the document in the transactions of its commission and back. */
final class DealDocuments {

    private DealDocuments() {}

    static Document write(CreditedDeal deal) {
        Document document = new Document("id", CommissionId.of(deal).value())
                .append("referralId", deal.referralId())
                .append("dealId", deal.dealId())
                .append(
                        "client",
                        new Document("key", deal.client().key())
                                .append("organisation", deal.client().organisation()))
                .append("dealAmount", money(deal.amount()))
                .append("revenue", money(deal.revenue()))
                .append("share", deal.share().toString())
                .append("closedOn", deal.closedOn().toString())
                .append("origin", deal.origin().name());
        if (!deal.counts().equals(Fraction.WHOLE)) {
            document.append("counts", deal.counts().toString());
        }
        if (deal.engagement() != null) {
            document.append("engagement", engagement(deal.engagement()));
        }
        if (deal.payment() != null) {
            document.append(
                    "payment",
                    new Document("id", deal.payment().paymentId())
                            .append("amount", money(deal.payment().amount()))
                            .append("paidOn", deal.payment().paidOn().toString()));
        }
        return document;
    }

    static CreditedDeal read(Document stored, PartnerId partner) {
        Document client = part(stored, "client");
        return new CreditedDeal(
                partner,
                text(stored, "dealId"),
                text(stored, "referralId"),
                new Client(text(client, "key"), text(client, "organisation")),
                readMoney(part(stored, "dealAmount")),
                readMoney(part(stored, "revenue")),
                Fraction.of(text(stored, "share")),
                LocalDate.parse(text(stored, "closedOn")),
                Origin.valueOf(text(stored, "origin")),
                readEngagement(stored.get("engagement", Document.class)),
                readPayment(stored.get("payment", Document.class)),
                Fraction.of(stored.get("counts", "1")));
    }

    private static Document engagement(Engagement engagement) {
        Document document = new Document("kind", engagement.kind().name());
        if (engagement.startsOn() != null) {
            document.append("startsOn", engagement.startsOn().toString());
        }
        return engagement.endsOn() == null
                ? document
                : document.append("endsOn", engagement.endsOn().toString());
    }

    private static @Nullable Engagement readEngagement(@Nullable Document stored) {
        return stored == null
                ? null
                : new Engagement(
                        Engagement.Kind.valueOf(text(stored, "kind")), day(stored, "startsOn"), day(stored, "endsOn"));
    }

    private static @Nullable RetainerPayment readPayment(@Nullable Document stored) {
        return stored == null
                ? null
                : new RetainerPayment(
                        text(stored, "id"), readMoney(part(stored, "amount")), LocalDate.parse(text(stored, "paidOn")));
    }

    private static @Nullable LocalDate day(Document stored, String field) {
        String day = stored.getString(field);
        return day == null ? null : LocalDate.parse(day);
    }
}
