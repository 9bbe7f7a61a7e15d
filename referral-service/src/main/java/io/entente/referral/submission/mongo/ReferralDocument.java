package io.entente.referral.submission.mongo;

import io.entente.messaging.money.MoneyJson;
import io.entente.messaging.outbox.Outbox;
import io.entente.messaging.outbox.OutboxDocument;
import io.entente.messaging.rest.Receipt;
import io.entente.referral.submission.Client;
import io.entente.referral.submission.Direction;
import io.entente.referral.submission.ImportMark;
import io.entente.referral.submission.Involvement;
import io.entente.referral.submission.Referral;
import io.entente.referral.submission.Referral.Acceptance;
import io.entente.referral.submission.Referral.Outcome;
import io.entente.referral.submission.ReferralId;
import io.entente.referral.submission.ReferralStatus;
import io.entente.referral.submission.SubmitReferral;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * How a referral is stored.
 *
 * @param clientKey what tells clients apart, so that referrals of one client can be found
 */
record ReferralDocument(
        @Id String id,
        long version,
        long sequence,
        ReferralStatus status,
        String partnerId,
        Direction direction,
        String clientKey,
        Client client,
        String service,
        @Nullable String challenge,
        @Nullable String context,
        @Nullable String promises,
        Involvement involvement,
        @Nullable MoneyJson expectedValue,
        Instant submittedAt,
        @Nullable Instant responseDueAt,
        @Nullable Acceptance acceptance,
        @Nullable Outcome outcome,
        List<DealDocument> deals,
        @Nullable ImportMark imported,
        @Nullable Receipt receipt,
        @Nullable Outbox outbox)
        implements OutboxDocument {

    static ReferralDocument of(Referral referral, @Nullable Receipt receipt, @Nullable Outbox outbox) {
        SubmitReferral introduction = referral.introduction();
        return new ReferralDocument(
                referral.id().value(),
                referral.version(),
                referral.sequence(),
                referral.status(),
                introduction.partnerId(),
                introduction.direction(),
                introduction.client().key().value(),
                introduction.client(),
                introduction.service(),
                introduction.challenge(),
                introduction.context(),
                introduction.promises(),
                introduction.involvement(),
                introduction.expectedValue() == null ? null : MoneyJson.of(introduction.expectedValue()),
                referral.submittedAt(),
                referral.responseDueAt(),
                referral.acceptance(),
                referral.outcome(),
                referral.deals().stream().map(DealDocument::of).toList(),
                referral.imported(),
                receipt,
                outbox);
    }

    Referral toReferral() {
        SubmitReferral introduction = new SubmitReferral(
                partnerId,
                direction,
                client,
                service,
                challenge,
                context,
                promises,
                involvement,
                expectedValue == null ? null : expectedValue.toMoney());
        return new Referral(
                new ReferralId(id),
                version,
                sequence,
                status,
                introduction,
                submittedAt,
                responseDueAt,
                acceptance,
                outcome,
                deals.stream().map(DealDocument::toDeal).toList(),
                imported);
    }
}
