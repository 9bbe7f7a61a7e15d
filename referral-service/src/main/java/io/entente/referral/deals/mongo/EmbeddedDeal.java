package io.entente.referral.deals.mongo;

import io.entente.platform.domain.Actor;
import io.entente.platform.domain.MoneyJson;
import io.entente.referral.deals.mongo.DealDocument.CreditDocument;
import io.entente.referral.deals.mongo.DealDocument.EngagementDocument;
import io.entente.referral.deals.mongo.DealDocument.ReversalDocument;
import io.entente.referral.referral.facts.Origin;
import io.entente.referral.referral.facts.Reason;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A deal as earlier versions of the service stored it in the document of its referral. They kept the actor only in the
 * history of the referral, which still shows these deals.
 */
record EmbeddedDeal(
        String dealId,
        MoneyJson amount,
        String closedOn,
        @Nullable EngagementDocument engagement,
        List<CreditDocument> credit,
        @Nullable String revenueShare,
        Instant recordedAt,
        long recordedIn,
        String fingerprint,
        @Nullable EmbeddedReversal reversal) {

    private static final String UNKNOWN_ACTOR = Actor.SYSTEM.value();

    record EmbeddedReversal(Instant at, String reversedOn, Reason reason) {}

    /**
     * Returns the deal as a document of its own. Its earlier events were events of the referral, so its own sequence
     * begins at 0.
     */
    DealDocument toDocument(String referralId, String partnerId) {
        return new DealDocument(
                dealId,
                1,
                0,
                referralId,
                partnerId,
                DealDocument.place(recordedAt, dealId),
                amount,
                closedOn,
                engagement,
                credit,
                revenueShare,
                null,
                recordedAt,
                recordedIn,
                UNKNOWN_ACTOR,
                Origin.LIVE,
                fingerprint,
                reversal == null
                        ? null
                        : new ReversalDocument(
                                reversal.at(), reversal.reversedOn(), reversal.reason(), UNKNOWN_ACTOR, null),
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
