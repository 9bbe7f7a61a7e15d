package io.entente.referral.submission.mongo;

import io.entente.messaging.money.MoneyJson;
import io.entente.messaging.outbox.EventRecorder;
import io.entente.messaging.outbox.OutboxRecord;
import io.entente.referral.submission.Client;
import io.entente.referral.submission.Deal;
import io.entente.referral.submission.Direction;
import io.entente.referral.submission.Engagement;
import io.entente.referral.submission.Involvement;
import io.entente.referral.submission.Occurrence;
import io.entente.referral.submission.Origin;
import io.entente.referral.submission.Referral;
import io.entente.referral.submission.ReferralEvent;
import io.entente.referral.submission.ReferralEvent.ClientContacted;
import io.entente.referral.submission.ReferralEvent.DealClosed;
import io.entente.referral.submission.ReferralEvent.ReferralAccepted;
import io.entente.referral.submission.ReferralEvent.ReferralDeclined;
import io.entente.referral.submission.ReferralEvent.ReferralLost;
import io.entente.referral.submission.ReferralEvent.ReferralSubmitted;
import io.entente.referral.submission.SubmitReferral;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What other services are told of a referral, on {@code referral.events} in the order of its partner. The shapes are those
 * of {@code contracts}; no client's contact is in any.
 */
final class ReferralRecords {

    static final String EVENTS = "referral.events";

    private final EventRecorder recorder;

    ReferralRecords(EventRecorder recorder) {
        this.recorder = recorder;
    }

    List<OutboxRecord> of(Referral referral, List<ReferralEvent> events) {
        List<OutboxRecord> records = new ArrayList<>();
        long sequence = referral.sequence() - events.size();
        for (ReferralEvent event : events) {
            Wire wire = wire(referral, event);
            records.add(recorder.record(
                    EVENTS,
                    wire.type(),
                    referral.id().value(),
                    referral.introduction().partnerId(),
                    ++sequence,
                    event.occurrence().at(),
                    wire.data()));
        }
        return records;
    }

    private static Wire wire(Referral referral, ReferralEvent event) {
        if (event instanceof ReferralSubmitted submitted) {
            return new Wire("referral.referral-submitted.v1", SubmittedJson.of(referral, submitted));
        }
        if (event instanceof ReferralAccepted accepted) {
            return new Wire("referral.referral-accepted.v1", AcceptedJson.of(referral, accepted));
        }
        if (event instanceof ReferralDeclined declined) {
            return new Wire("referral.referral-declined.v1", DeclinedJson.of(referral, declined));
        }
        if (event instanceof ClientContacted contacted) {
            return new Wire("referral.client-contacted.v1", ContactedJson.of(referral, contacted));
        }
        if (event instanceof DealClosed closed) {
            return new Wire("referral.deal-closed.v1", DealClosedJson.of(referral, closed));
        }
        if (event instanceof ReferralLost lost) {
            return new Wire("referral.referral-lost.v1", LostJson.of(referral, lost));
        }
        throw new IllegalArgumentException("no wire type for " + event);
    }

    private record Wire(String type, Object data) {}

    record ClientJson(String key, String organisation) {

        static ClientJson of(Referral referral) {
            Client client = referral.introduction().client();
            return new ClientJson(client.key().value(), client.organisation());
        }
    }

    /** {@code referral.referral-submitted.v1}. */
    record SubmittedJson(
            String referralId,
            String partnerId,
            Direction direction,
            ClientJson client,
            String service,
            Involvement involvement,
            @Nullable MoneyJson expectedValue,
            @Nullable Instant responseDueAt,
            Instant occurredAt,
            String actor,
            Origin origin) {

        static SubmittedJson of(Referral referral, ReferralSubmitted event) {
            SubmitReferral of = referral.introduction();
            Occurrence when = event.occurrence();
            return new SubmittedJson(
                    referral.id().value(),
                    of.partnerId(),
                    of.direction(),
                    ClientJson.of(referral),
                    of.service(),
                    of.involvement(),
                    of.expectedValue() == null ? null : MoneyJson.of(of.expectedValue()),
                    event.responseDueAt(),
                    when.at(),
                    when.actor(),
                    when.origin());
        }
    }

    /** {@code referral.referral-accepted.v1}. */
    record AcceptedJson(
            String referralId,
            String partnerId,
            ClientJson client,
            String service,
            Instant protectedUntil,
            Instant occurredAt,
            String actor,
            Origin origin) {

        static AcceptedJson of(Referral referral, ReferralAccepted event) {
            Occurrence when = event.occurrence();
            return new AcceptedJson(
                    referral.id().value(),
                    referral.introduction().partnerId(),
                    ClientJson.of(referral),
                    referral.introduction().service(),
                    event.protectedUntil(),
                    when.at(),
                    when.actor(),
                    when.origin());
        }
    }

    /** {@code referral.referral-declined.v1}. */
    record DeclinedJson(
            String referralId,
            String partnerId,
            ClientJson client,
            String service,
            String reason,
            @Nullable String alternative,
            Instant occurredAt,
            String actor,
            Origin origin) {

        static DeclinedJson of(Referral referral, ReferralDeclined event) {
            Occurrence when = event.occurrence();
            return new DeclinedJson(
                    referral.id().value(),
                    referral.introduction().partnerId(),
                    ClientJson.of(referral),
                    referral.introduction().service(),
                    event.decline().reason(),
                    event.decline().alternative(),
                    when.at(),
                    when.actor(),
                    when.origin());
        }
    }

    /** {@code referral.client-contacted.v1}. */
    record ContactedJson(
            String referralId,
            String partnerId,
            ClientJson client,
            String service,
            LocalDate contactedOn,
            Instant occurredAt,
            String actor,
            Origin origin) {

        static ContactedJson of(Referral referral, ClientContacted event) {
            Occurrence when = event.occurrence();
            return new ContactedJson(
                    referral.id().value(),
                    referral.introduction().partnerId(),
                    ClientJson.of(referral),
                    referral.introduction().service(),
                    event.contactedOn(),
                    when.at(),
                    when.actor(),
                    when.origin());
        }
    }

    /** {@code referral.deal-closed.v1}. */
    record DealClosedJson(
            String referralId,
            String partnerId,
            String dealId,
            ClientJson client,
            String service,
            Involvement involvement,
            MoneyJson amount,
            LocalDate closedOn,
            @Nullable Engagement engagement,
            List<CreditJson> credit,
            Instant occurredAt,
            String actor,
            Origin origin) {

        record CreditJson(String partnerId, String role, String share) {}

        static DealClosedJson of(Referral referral, DealClosed event) {
            Deal deal = event.deal();
            Occurrence when = event.occurrence();
            return new DealClosedJson(
                    referral.id().value(),
                    referral.introduction().partnerId(),
                    deal.dealId(),
                    ClientJson.of(referral),
                    referral.introduction().service(),
                    referral.introduction().involvement(),
                    MoneyJson.of(deal.amount()),
                    deal.closedOn(),
                    deal.engagement(),
                    deal.credit().stream()
                            .map(credit -> new CreditJson(
                                    credit.partnerId(),
                                    credit.role(),
                                    credit.share().toPlainString()))
                            .toList(),
                    when.at(),
                    when.actor(),
                    when.origin());
        }
    }

    /** {@code referral.referral-lost.v1}. */
    record LostJson(
            String referralId,
            String partnerId,
            ClientJson client,
            String service,
            String reason,
            Instant occurredAt,
            String actor,
            Origin origin) {

        static LostJson of(Referral referral, ReferralLost event) {
            Occurrence when = event.occurrence();
            return new LostJson(
                    referral.id().value(),
                    referral.introduction().partnerId(),
                    ClientJson.of(referral),
                    referral.introduction().service(),
                    event.reason(),
                    when.at(),
                    when.actor(),
                    when.origin());
        }
    }
}
