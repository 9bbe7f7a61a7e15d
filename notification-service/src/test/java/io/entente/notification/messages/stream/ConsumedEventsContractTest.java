package io.entente.notification.messages.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entente.notification.messages.News;
import io.entente.notification.messages.Origin;
import io.entente.notification.messages.stream.CommissionNews.CommissionAccrued;
import io.entente.notification.messages.stream.CommissionNews.NoCommissionDue;
import io.entente.notification.messages.stream.DealNews.DealClosed;
import io.entente.notification.messages.stream.ReferralNews.ReferralAccepted;
import io.entente.notification.messages.stream.ReferralNews.ReferralDeclined;
import io.entente.notification.messages.stream.ReferralNews.ReferralSubmitted;
import io.entente.notification.templates.Language;
import io.entente.notification.templates.MessageKind;
import io.entente.notification.templates.Templates;
import io.entente.notification.templates.Text;
import io.entente.platform.events.envelope.EventEnvelope;
import io.entente.testkit.Contracts;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** Every event that becomes a message is read as its producer publishes it, and as a later version of it might. */
class ConsumedEventsContractTest {

    private static final String PARTNER = "01K1A7Q2M8V4R6T9W3X5Y7Z0BC";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void a_submitted_referral_is_received() {
        News news = read("referral.referral-submitted.v1", ReferralSubmitted.class)
                .news(envelope("referral.referral-submitted.v1"));
        assertTold(
                news,
                MessageKind.REFERRAL_RECEIVED,
                "Brightwater Logistics",
                "Data platform",
                "Tuesday, 3 March 2026, 10:15 (GMT+8)");
    }

    @Test
    void a_referral_to_the_partner_is_introduced_not_thanked_for() {
        ReferralSubmitted outbound = JSON.readerFor(ReferralSubmitted.class)
                .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .readValue(Contracts.sample("referral.referral-submitted.v1").replace("INBOUND", "OUTBOUND"));
        assertThat(outbound.news(envelope("referral.referral-submitted.v1")).toPartner())
                .isEqualTo(MessageKind.REFERRAL_INTRODUCED);
    }

    @Test
    void an_accepted_referral_is_told_with_its_protection() {
        News news = read("referral.referral-accepted.v1", ReferralAccepted.class)
                .news(envelope("referral.referral-accepted.v1"));
        assertTold(
                news,
                MessageKind.REFERRAL_ACCEPTED,
                "Brightwater Logistics",
                "Thursday, 3 September 2026, 23:59 (GMT+8)",
                "Wednesday, 18 March 2026, 10:05 (GMT+8)");
    }

    @Test
    void a_declined_referral_is_told_with_reason_and_alternative() {
        News news = read("referral.referral-declined.v1", ReferralDeclined.class)
                .news(envelope("referral.referral-declined.v1"));
        assertTold(
                news,
                MessageKind.REFERRAL_DECLINED,
                "Old Quay Bakery",
                "The project is smaller than the firm can deliver well.",
                "Our partner Quayside Studio serves businesses of this size.");
    }

    @Test
    void a_closed_deal_is_told_with_its_worth() {
        News news = read("referral.deal-closed.v1", DealClosed.class).news(envelope("referral.deal-closed.v1"));
        assertTold(news, MessageKind.DEAL_WON, "Brightwater Logistics", "$10,540.00", "2 April 2026");
    }

    @Test
    void a_commission_is_told_with_how_it_came_about() {
        News news = read("commission.commission-accrued.v1", CommissionAccrued.class)
                .news(envelope("commission.commission-accrued.v1"));
        assertTold(
                news,
                MessageKind.COMMISSION_ACCRUED,
                "$1,054.00",
                "$10,540.00",
                "10%",
                "standard-referral, version 3",
                "01K3F6H8J0K2M4N6P8Q0R2S4TV");
        assertThat(text(news).body()).doesNotContain("Several partners");
    }

    @Test
    void no_commission_is_told_with_the_reason() {
        News news = read("commission.no-commission-due.v1", NoCommissionDue.class)
                .news(envelope("commission.no-commission-due.v1"));
        assertTold(
                news,
                MessageKind.NO_COMMISSION_DUE,
                "$3,200.00",
                "the term in which this client earns you commission has ended");
    }

    @Test
    void an_event_without_an_origin_is_not_taken_for_news() {
        ReferralAccepted unsaid =
                new ReferralAccepted(PARTNER, null, new Client("Acme"), "Data platform", null, null, null);
        assertThatThrownBy(() -> unsaid.news(envelope("referral.referral-accepted.v1")))
                .hasMessageContaining("origin");
    }

    private static void assertTold(News news, MessageKind kind, String... words) {
        assertThat(news.toPartner()).isEqualTo(kind);
        assertThat(news.origin()).isEqualTo(Origin.LIVE);
        assertThat(news.partnerIds()).containsExactly(PARTNER);
        assertThat(text(news).body()).contains(words);
    }

    private static Text text(News news) {
        return new Templates()
                .render(news.toPartner(), news.facts(), Language.of("en"), ZoneId.of("Asia/Kuala_Lumpur"));
    }

    private static <E> E read(String type, Class<E> event) {
        // As the library reads events: see EventConsumers.
        ObjectReader reader = JSON.readerFor(event).without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        E plain = reader.readValue(Contracts.sample(type));
        E later = reader.readValue(Contracts.sampleWithUnknownFields(type));
        assertThat(later).isEqualTo(plain);
        return plain;
    }

    private static EventEnvelope envelope(String type) {
        return new EventEnvelope("evt_1", type, "/test", "s", Instant.EPOCH, PARTNER, 1, null, null, null);
    }
}
