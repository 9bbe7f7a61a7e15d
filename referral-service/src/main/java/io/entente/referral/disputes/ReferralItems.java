package io.entente.referral.disputes;

import io.entente.referral.disputes.DisputeItem.Draft;
import io.entente.referral.disputes.DisputeItem.Kind;
import io.entente.referral.referral.HistoryEntry;
import io.entente.referral.referral.Referral;
import io.entente.referral.referral.facts.Client;
import io.entente.referral.referral.facts.Consent;
import io.entente.referral.referral.facts.SubmitReferral;
import java.util.ArrayList;
import java.util.List;

/** The items of a referral: the introduction, and everything that happened to it. A client's contact is left out. */
final class ReferralItems {

    private static final String TOPIC = "referral.events";

    private ReferralItems() {}

    static List<Draft> of(Referral referral) {
        List<Draft> items = new ArrayList<>();
        items.add(introduction(referral));
        for (int i = 0; i < referral.history().size(); i++) {
            items.add(event(referral, i, referral.history().get(i)));
        }
        return items;
    }

    private static Draft introduction(Referral referral) {
        SubmitReferral introduction = referral.introduction();
        Client client = introduction.client();
        Facts facts = new Facts()
                .with("partnerId", introduction.partnerId())
                .with("direction", introduction.direction())
                .with(
                        "client",
                        new Facts()
                                .with("organisation", client.organisation())
                                .with("domain", client.domain())
                                .with("country", client.country())
                                .with("key", client.key().value()))
                .with("service", introduction.service())
                .with("involvement", introduction.involvement())
                .with("context", introduction.context())
                .with("challenge", introduction.challenge())
                .with("isHistory", referral.imported() != null)
                .with("statusNow", referral.status());
        Consent consent = referral.consent();
        if (consent != null) {
            facts.with(
                    "consent",
                    new Facts()
                            .with("feeDisclosed", consent.feeDisclosed())
                            .with("clientAgrees", consent.clientAgrees()));
        }
        return new Draft(Kind.INTRODUCTION, referral.id().value(), referral.submittedAt(), facts.content());
    }

    /** The number has leading zeros, so that items of one instant stay in their order. */
    private static Draft event(Referral referral, int place, HistoryEntry entry) {
        Facts facts = new Facts()
                .with("referralId", referral.id().value())
                .with("partnerId", referral.introduction().partnerId())
                .with("what", entry.what())
                .with("actor", entry.actor())
                .with("statusAfter", entry.status())
                .with("isInternal", entry.internal())
                .with("details", entry.details());
        Long sequence = entry.sequence();
        if (sequence != null) {
            facts.with("eventId", TOPIC + "/" + referral.id() + "/" + sequence);
        }
        return new Draft(
                Kind.EVENT, "%s/history/%05d".formatted(referral.id(), place + 1), entry.at(), facts.content());
    }
}
