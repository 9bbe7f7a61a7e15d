package io.entente.referral.submission.web;

import io.entente.messaging.money.MoneyJson;
import io.entente.referral.submission.Client;
import io.entente.referral.submission.Direction;
import io.entente.referral.submission.Involvement;
import io.entente.referral.submission.Referral;
import io.entente.referral.submission.Referral.Acceptance;
import io.entente.referral.submission.Referral.Outcome;
import io.entente.referral.submission.ReferralStatus;
import io.entente.referral.submission.SubmitReferral;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A referral as the API shows it.
 *
 * @param reason why it was declined or lost
 */
record ReferralView(
        String id,
        long version,
        ReferralStatus status,
        String partnerId,
        Direction direction,
        ClientView client,
        String service,
        @Nullable String challenge,
        @Nullable String context,
        @Nullable String promises,
        Involvement involvement,
        @Nullable MoneyJson expectedValue,
        Instant submittedAt,
        @Nullable Instant responseDueAt,
        @Nullable Instant acceptedAt,
        @Nullable Instant protectedUntil,
        @Nullable Instant endedAt,
        @Nullable String reason,
        @Nullable String alternative,
        List<DealView> deals) {

    record ClientView(
            String key,
            String organisation,
            @Nullable String domain,
            @Nullable String country,
            @Nullable String contactName,
            @Nullable String contactEmail,
            @Nullable String contactPhone) {

        static ClientView of(Client client) {
            Client.Contact contact = client.contact();
            return new ClientView(
                    client.key().value(),
                    client.organisation(),
                    client.domain(),
                    client.country(),
                    contact == null ? null : contact.name(),
                    contact == null ? null : contact.email(),
                    contact == null ? null : contact.phone());
        }

        @Override
        public String toString() {
            return "ClientView[withheld]";
        }
    }

    static ReferralView of(Referral referral) {
        SubmitReferral of = referral.introduction();
        Acceptance acceptance = referral.acceptance();
        Outcome outcome = referral.outcome();
        return new ReferralView(
                referral.id().value(),
                referral.version(),
                referral.status(),
                of.partnerId(),
                of.direction(),
                ClientView.of(of.client()),
                of.service(),
                of.challenge(),
                of.context(),
                of.promises(),
                of.involvement(),
                of.expectedValue() == null ? null : MoneyJson.of(of.expectedValue()),
                referral.submittedAt(),
                referral.responseDueAt(),
                acceptance == null ? null : acceptance.at(),
                acceptance == null ? null : acceptance.protectedUntil(),
                outcome == null ? null : outcome.at(),
                outcome == null ? null : outcome.reason(),
                outcome == null ? null : outcome.alternative(),
                referral.deals().stream().map(DealView::of).toList());
    }
}
