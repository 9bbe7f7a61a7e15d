package io.entente.notification.messages.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.entente.notification.delivery.Attempt;
import io.entente.notification.delivery.Attempt.Outcome;
import io.entente.notification.delivery.DeliveryEnded;
import io.entente.notification.delivery.EmailDelivery;
import io.entente.notification.delivery.RetrySchedule;
import io.entente.platform.domain.Change;
import io.entente.platform.events.outbox.EventRecorder;
import io.entente.platform.events.outbox.OutboxRecord;
import io.entente.testkit.Contracts;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What is published of deliveries matches the schemas, and concerns messages to partners only. */
class DeliveryRecordsContractTest {

    private static final Instant NOON = Instant.parse("2026-06-15T12:00:00Z");
    private static final RetrySchedule SCHEDULE =
            new RetrySchedule(List.of(Duration.ofMinutes(1)), Duration.ofMinutes(1), Duration.ofMinutes(1));

    private final NotificationMapping mapping = new NotificationMapping(new EventRecorder(
            "notification-service",
            JsonMapper.builder()
                    .changeDefaultPropertyInclusion(value -> value.withValueInclusion(JsonInclude.Include.NON_NULL))
                    .build(),
            Tracer.NOOP,
            Propagator.NOOP));

    @Test
    void a_message_to_a_partner_is_delivered_to_its_inbox_with_the_first_write_and_by_mail_with_the_second_event() {
        NotificationDocument message = message("par_anna", null, "ref_1");

        OutboxRecord inInbox = only(message.added());
        OutboxRecord byMail = only(message.attempted(EmailDelivery.dueAt(NOON).after(Attempt.sent(NOON), SCHEDULE)));

        assertThat(inInbox.envelope().sequence()).isEqualTo(1);
        assertThat(inInbox.data()).contains("\"channel\":\"INBOX\"").doesNotContain("attempts", "Nordwind");
        assertThat(byMail.envelope().sequence()).isEqualTo(2);
        assertThat(byMail.envelope().type()).isEqualTo("notification.message-delivered.v1");
        assertThat(byMail.data()).contains("\"channel\":\"EMAIL\"", "\"attempts\":1", "\"referralId\":\"ref_1\"");
    }

    @Test
    void a_mail_that_was_rejected_is_a_message_that_was_not_delivered() {
        Attempt rejected = new Attempt(NOON, Outcome.REJECTED, "no mailbox anna@partner.example");

        OutboxRecord record = only(message("par_anna", null, null)
                .attempted(EmailDelivery.dueAt(NOON).after(rejected, SCHEDULE)));

        assertThat(record.envelope().type()).isEqualTo("notification.message-not-delivered.v1");
        assertThat(record.envelope().partitionKey()).isEqualTo("par_anna");
        assertThat(record.data()).contains("\"reason\":\"REJECTED\"").doesNotContain("@", "referralId");
    }

    @Test
    void messages_to_teams_and_mails_that_are_tried_again_are_not_published() {
        Attempt failed = new Attempt(NOON, Outcome.FAILED, "the server is away");

        assertThat(message(null, "ops", "ref_1").added().events()).isEmpty();
        assertThat(message("par_anna", null, "ref_1")
                        .attempted(EmailDelivery.dueAt(NOON).after(failed, SCHEDULE))
                        .events())
                .isEmpty();
    }

    private OutboxRecord only(Change<NotificationDocument, DeliveryEnded> change) {
        List<OutboxRecord> records = mapping.records(change, NOON);
        assertThat(records).hasSize(1);
        OutboxRecord record = records.get(0);
        Contracts.assertMatches(record.envelope().type(), Objects.requireNonNull(record.data()));
        return record;
    }

    private static NotificationDocument message(
            @Nullable String partnerId, @Nullable String team, @Nullable String referralId) {
        return new NotificationDocument(
                "ntf_1",
                1L,
                partnerId,
                team,
                team == null ? null : "par_anna",
                null,
                "referral.events/ref_1/1",
                "referral.referral-submitted.v1",
                "en",
                "We have received your referral of Nordwind Energie",
                "Nordwind Energie is under review.",
                NOON,
                referralId,
                null,
                EmailDelivery.dueAt(NOON),
                null,
                null,
                null);
    }
}
