package io.entente.commission.deals.mongo;

import static io.entente.commission.documents.Fields.money;
import static io.entente.commission.documents.Fields.number;
import static io.entente.commission.documents.Fields.part;
import static io.entente.commission.documents.Fields.readMoney;
import static io.entente.commission.documents.Fields.text;

import io.entente.commission.deals.Client;
import io.entente.commission.deals.Consent;
import io.entente.commission.deals.Deal;
import io.entente.commission.deals.Origin;
import io.entente.commission.deals.amendments.CorrectedDeal;
import io.entente.commission.deals.amendments.DealAmendments.Amended;
import io.entente.commission.deals.amendments.ReversedDeal;
import io.entente.commission.partners.PartnerId;
import io.entente.commission.plans.inputs.Credit;
import io.entente.commission.plans.inputs.Direction;
import io.entente.commission.plans.inputs.Fraction;
import io.entente.commission.plans.inputs.Involvement;
import java.time.LocalDate;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Converts the amendments of deals to documents and back. */
final class AmendmentDocuments {

    private AmendmentDocuments() {}

    static Document write(CorrectedDeal corrected) {
        return new Document("sequence", corrected.sequence())
                .append("number", corrected.number())
                .append("ended", corrected.ended())
                .append("what", corrected.what())
                .append("reason", corrected.reason())
                .append("actor", corrected.actor())
                .append("deal", deal(corrected.deal()));
    }

    static Document write(ReversedDeal reversed) {
        return new Document("sequence", reversed.sequence())
                .append("on", reversed.on().toString())
                .append("reason", reversed.reason())
                .append("actor", reversed.actor());
    }

    static Amended read(Document stored) {
        String dealId = text(stored, "_id");
        Document corrected = stored.get("corrected", Document.class);
        Document reversed = stored.get("reversed", Document.class);
        return new Amended(
                dealId,
                corrected == null ? null : corrected(corrected, dealId),
                reversed == null ? null : reversed(reversed, dealId));
    }

    private static CorrectedDeal corrected(Document stored, String dealId) {
        return new CorrectedDeal(
                readDeal(part(stored, "deal"), dealId),
                number(stored, "sequence"),
                (int) number(stored, "number"),
                Boolean.TRUE.equals(stored.getBoolean("ended")),
                text(stored, "what"),
                stored.getString("reason"),
                text(stored, "actor"));
    }

    private static ReversedDeal reversed(Document stored, String dealId) {
        return new ReversedDeal(
                dealId,
                number(stored, "sequence"),
                LocalDate.parse(text(stored, "on")),
                text(stored, "reason"),
                text(stored, "actor"));
    }

    private static Document deal(Deal deal) {
        Document document = new Document("referralId", deal.referralId())
                .append("clientKey", deal.client().key())
                .append("organisation", deal.client().organisation())
                .append("amount", money(deal.amount()))
                .append("closedOn", deal.closedOn().toString())
                .append(
                        "credit",
                        deal.credit().stream()
                                .map(part -> new Document(
                                                "partnerId", part.partnerId().value())
                                        .append("role", part.role())
                                        .append("share", part.share().toString()))
                                .toList())
                .append("direction", deal.direction().name())
                .append("involvement", deal.involvement().name())
                .append("origin", deal.origin().name())
                .append("country", deal.country())
                .append(
                        "revenueShare",
                        deal.revenueShare() == null ? null : deal.revenueShare().toString());
        if (deal.engagement() != null) {
            document.append("engagement", DealDates.write(deal.engagement()));
        }
        Consent consent = deal.consent();
        return consent == null
                ? document
                : document.append(
                        "consent",
                        new Document("feeDisclosed", consent.feeDisclosed())
                                .append("clientAgrees", consent.clientAgrees()));
    }

    private static Deal readDeal(Document stored, String dealId) {
        String revenueShare = stored.getString("revenueShare");
        return new Deal(
                dealId,
                text(stored, "referralId"),
                new Client(text(stored, "clientKey"), text(stored, "organisation")),
                readMoney(part(stored, "amount")),
                LocalDate.parse(text(stored, "closedOn")),
                stored.getList("credit", Document.class).stream()
                        .map(part -> new Credit(
                                new PartnerId(text(part, "partnerId")),
                                text(part, "role"),
                                Fraction.of(text(part, "share"))))
                        .toList(),
                Direction.valueOf(text(stored, "direction")),
                Involvement.valueOf(text(stored, "involvement")),
                DealDates.read(stored.get("engagement", Document.class)),
                revenueShare == null ? null : Fraction.of(revenueShare),
                Origin.valueOf(text(stored, "origin")),
                stored.getString("country"),
                readConsent(stored.get("consent", Document.class)));
    }

    private static @Nullable Consent readConsent(@Nullable Document stored) {
        return stored == null
                ? null
                : new Consent(
                        Boolean.TRUE.equals(stored.getBoolean("feeDisclosed")),
                        Boolean.TRUE.equals(stored.getBoolean("clientAgrees")));
    }
}
