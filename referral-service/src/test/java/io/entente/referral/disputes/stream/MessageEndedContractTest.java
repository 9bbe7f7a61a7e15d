package io.entente.referral.disputes.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.referral.disputes.MessageDelivery;
import io.entente.testkit.Contracts;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The ends of deliveries are read as notification-service publishes them. */
class MessageEndedContractTest {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    @Test
    void a_delivered_mail_is_kept_with_the_event_that_it_told() {
        assertThat(read(sample("notification.message-delivered.v1")).toDelivery())
                .contains(new MessageDelivery(
                        "ntf_5d2c8e0a7b9f4163a1c4e7d8b0f29356",
                        "EMAIL",
                        "01K1A7Q2M8V4R6T9W3X5Y7Z0BC",
                        "01K2D4F6G8H0J2K4M6N8P0Q2RS",
                        "referral.events/01K2D4F6G8H0J2K4M6N8P0Q2RS/1",
                        "referral.referral-submitted.v1",
                        "DELIVERED",
                        1,
                        Instant.parse("2026-03-02T02:15:02Z")));
    }

    @Test
    void a_mail_that_was_not_delivered_is_kept_with_the_reason() {
        assertThat(read(sample("notification.message-not-delivered.v1")).toDelivery())
                .map(MessageDelivery::result)
                .contains("REJECTED");
    }

    @Test
    void a_message_about_no_referral_is_not_kept_and_one_in_the_inbox_has_no_attempts() {
        ObjectNode statement = sample("notification.message-delivered.v1");
        statement.putNull("referralId");
        ObjectNode inInbox = sample("notification.message-delivered.v1");
        inInbox.put("channel", "INBOX").remove("attempts");

        assertThat(read(statement).toDelivery()).isEmpty();
        assertThat(read(inInbox).toDelivery()).map(MessageDelivery::attempts).contains(0);
    }

    private static ObjectNode sample(String type) {
        ObjectNode sample = (ObjectNode) JSON.readTree(Contracts.sample(type));
        return sample.put("addedLater", true);
    }

    private static MessageEnded read(ObjectNode event) {
        return JSON.treeToValue(event, MessageEnded.class);
    }
}
