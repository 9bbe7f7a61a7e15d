package io.entente.notification.messages.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entente.notification.messages.Announcement;
import io.entente.notification.messages.Origin;
import io.entente.notification.messages.stream.CommissionEvents.CommissionAccrued;
import io.entente.notification.messages.stream.CommissionEvents.NoCommissionDue;
import io.entente.notification.messages.stream.DealEvents.DealClosed;
import io.entente.notification.messages.stream.ReferralEvents.ReferralAccepted;
import io.entente.notification.messages.stream.ReferralEvents.ReferralDeclined;
import io.entente.notification.messages.stream.ReferralEvents.ReferralSubmitted;
import io.entente.notification.templates.AllTemplates;
import io.entente.notification.templates.TemplateName;
import io.entente.notification.templates.Templates;
import io.entente.notification.templates.Text;
import io.entente.platform.domain.MoneyJson;
import io.entente.platform.events.envelope.EventEnvelope;
import io.entente.testkit.Contracts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** The most important events are read as their producers publish them and rendered in English. */
class ConsumedEventsContractTest {

    private static final String PARTNER = "01K1A7Q2M8V4R6T9W3X5Y7Z0BC";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void a_submitted_referral_is_confirmed() {
        Announcement announcement = read("referral.referral-submitted.v1", ReferralSubmitted.class)
                .announcement(envelope("referral.referral-submitted.v1"));
        assertAnnounced(
                announcement,
                TemplateName.of("referral-received"),
                "Brightwater Logistics",
                "Data platform",
                "Tuesday, 3 March 2026, 10:15 (GMT+8)");
    }

    @Test
    void an_outbound_referral_is_introduced_to_the_partner() {
        ReferralSubmitted outbound = JSON.readerFor(ReferralSubmitted.class)
                .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .readValue(Contracts.sample("referral.referral-submitted.v1").replace("INBOUND", "OUTBOUND"));
        assertThat(outbound.announcement(envelope("referral.referral-submitted.v1"))
                        .partnerTemplate())
                .isEqualTo(TemplateName.of("referral-introduced"));
    }

    @Test
    void an_accepted_referral_is_announced_with_its_protection() {
        Announcement announcement = read("referral.referral-accepted.v1", ReferralAccepted.class)
                .announcement(envelope("referral.referral-accepted.v1"));
        assertAnnounced(
                announcement,
                TemplateName.of("referral-accepted"),
                "Brightwater Logistics",
                "Thursday, 3 September 2026, 23:59 (GMT+8)",
                "Wednesday, 18 March 2026, 10:05 (GMT+8)");
    }

    @Test
    void a_declined_referral_is_announced_with_reason_and_alternative() {
        Announcement announcement = read("referral.referral-declined.v1", ReferralDeclined.class)
                .announcement(envelope("referral.referral-declined.v1"));
        assertAnnounced(
                announcement,
                TemplateName.of("referral-declined"),
                "Old Quay Bakery",
                "The project is smaller than the firm can deliver well.",
                "Our partner Quayside Studio serves businesses of this size.");
    }

    @Test
    void a_closed_deal_is_announced_with_its_amount() {
        Announcement announcement =
                read("referral.deal-closed.v1", DealClosed.class).announcement(envelope("referral.deal-closed.v1"));
        assertAnnounced(
                announcement, TemplateName.of("deal-won"), "Brightwater Logistics", "$10,540.00", "2 April 2026");
    }

    @Test
    void a_commission_is_announced_with_its_calculation() {
        Announcement announcement = read("commission.commission-accrued.v1", CommissionAccrued.class)
                .announcement(envelope("commission.commission-accrued.v1"));
        assertAnnounced(
                announcement,
                TemplateName.of("commission-accrued"),
                "$1,054.00",
                "$10,540.00",
                "10%",
                "standard-referral, version 3",
                "01K3F6H8J0K2M4N6P8Q0R2S4TV");
        assertThat(text(announcement).body()).doesNotContain("Several partners");
    }

    @Test
    void a_missing_commission_is_announced_with_the_reason() {
        Announcement announcement = read("commission.no-commission-due.v1", NoCommissionDue.class)
                .announcement(envelope("commission.no-commission-due.v1"));
        assertAnnounced(
                announcement,
                TemplateName.of("no-commission-due"),
                "$3,200.00",
                "the term in which this client earns you commission has ended");
    }

    @Test
    void a_team_hears_of_a_deal_without_commission_only_if_no_plan_covers_it() {
        assertThat(read("commission.no-commission-due.v1", NoCommissionDue.class)
                        .teamTemplate())
                .as("the term has ended, which is a decision of the plan")
                .isNull();
        NoCommissionDue gap = nothing("NO_PLAN_IN_FORCE", null);
        assertThat(gap.teamTemplate()).isEqualTo(TemplateName.of("team-deal-without-plan"));
        assertThat(gap.isCopiedToTeams()).isFalse();
        assertThat(toTeam(gap))
                .contains("worth $4,000.00")
                .contains("The reason: no commission plan was in force for the partner");
    }

    @Test
    void a_team_reads_that_the_currency_differs_and_which_payment_of_a_retainer_is_meant() {
        assertThat(toTeam(nothing("CURRENCY_DIFFERS", null)))
                .contains("worth $4,000.00")
                .contains(
                        "The reason: the deal is in another currency than the amounts of the partner's commission plan")
                .doesNotContain("no commission plan");

        assertThat(toTeam(nothing(
                        "CURRENCY_DIFFERS",
                        new CommissionEvents.Payment(new MoneyJson("350.00", "USD"), LocalDate.parse("2026-05-11")))))
                .contains("The payment of $350.00 that Acme made on 11 May 2026")
                .contains("another currency")
                .doesNotContain("$4,000.00");
    }

    private static NoCommissionDue nothing(String reason, CommissionEvents.@Nullable Payment payment) {
        return new NoCommissionDue(
                "com_1",
                PARTNER,
                new Client("Acme"),
                new MoneyJson("4000.00", "USD"),
                reason,
                payment,
                null,
                Origin.LIVE);
    }

    private static String toTeam(NoCommissionDue event) {
        return new Templates(AllTemplates.languages())
                .render(
                        event.teamTemplate(),
                        event.facts().with("partner", "Harbour Pine"),
                        AllTemplates.language("en"),
                        ZoneId.of("Asia/Kuala_Lumpur"))
                .body();
    }

    @Test
    void an_event_without_an_origin_is_refused() {
        ReferralAccepted unsaid =
                new ReferralAccepted(PARTNER, null, new Client("Acme"), "Data platform", null, null, null, null);
        assertThatThrownBy(() -> unsaid.announcement(envelope("referral.referral-accepted.v1")))
                .hasMessageContaining("origin");
    }

    private static void assertAnnounced(Announcement announcement, TemplateName template, String... words) {
        assertThat(announcement.partnerTemplate()).isEqualTo(template);
        assertThat(announcement.origin()).isEqualTo(Origin.LIVE);
        assertThat(announcement.partnerIds()).containsExactly(PARTNER);
        assertThat(text(announcement).body()).contains(words);
    }

    private static Text text(Announcement announcement) {
        return new Templates(AllTemplates.languages())
                .render(
                        announcement.partnerTemplate(),
                        announcement.facts(),
                        AllTemplates.language("en"),
                        ZoneId.of("Asia/Kuala_Lumpur"));
    }

    private static <E> E read(String type, Class<E> event) {
        // The reader has the settings of EventConsumers.
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
