package io.entente.notification.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entente.notification.recipients.Contact;
import io.entente.notification.recipients.InMemoryRecipients;
import io.entente.notification.recipients.Recipient;
import io.entente.notification.recipients.Team;
import io.entente.notification.recipients.Teams;
import io.entente.notification.templates.Facts;
import io.entente.notification.templates.MessageKind;
import io.entente.notification.templates.Templates;
import io.entente.platform.events.consume.Handled;
import io.entente.platform.events.consume.NotYetException;
import io.entente.testkit.MovableClock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TellTest {

    private static final String HELD = "commission.commission-held.v1";
    private static final String RECEIVED = "referral.referral-submitted.v1";
    private static final String BREACHED = "referral.sla-breached.v1";
    private static final Instant NOW = Instant.parse("2026-05-11T02:00:00Z");

    private final InMemoryRecipients recipients = new InMemoryRecipients();
    private final InMemoryNotifications notifications = new InMemoryNotifications();
    private final List<String> queue = new ArrayList<>();
    private final Teams teams = new Teams(List.of(
            new Team("ops", "ms", ZoneId.of("Asia/Kuala_Lumpur"), List.of("a@firm.example", "b@firm.example")),
            new Team("finance", "de", ZoneOffset.UTC, List.of())));
    private final Tell tell = new Tell(
            new Audiences(
                    Map.of(
                            HELD, Set.of("partner", "finance"),
                            RECEIVED, Set.of("partner", "finance"),
                            BREACHED, Set.of("partner", "ops")),
                    Set.of(HELD, RECEIVED, BREACHED),
                    teams.names()),
            recipients,
            teams,
            notifications,
            new Wording(new Templates(), recipients),
            queue::add,
            new MovableClock(NOW));

    @BeforeEach
    void one_partner_is_known() {
        recipients.keep(new Recipient(
                "par_1",
                1,
                "Harbour Pine",
                "en",
                ZoneOffset.UTC,
                List.of(new Contact("Aisyah", "aisyah@partner.example"))));
    }

    @Test
    void partner_and_team_are_told_each_in_its_words_and_language() {
        assertThat(tell.tell(held(Origin.LIVE))).isEqualTo(Handled.APPLIED);

        assertThat(notifications.all())
                .extracting(Notification::audience)
                .containsExactlyInAnyOrder("partner", "finance");
        assertThat(notifications.all())
                .extracting(Notification::subject)
                .containsExactlyInAnyOrder(
                        "On hold: your commission for Brightwater Logistics",
                        "Zurückgehalten: 105,40 $, Brightwater Logistics (Harbour Pine)");
        assertThat(queue).hasSize(1);
    }

    @Test
    void a_team_without_words_of_its_own_reads_a_copy_of_the_partners_message_in_its_language() {
        tell.tell(new News(
                "evt_2",
                RECEIVED,
                Origin.LIVE,
                "par_1",
                Set.of("par_1"),
                MessageKind.REFERRAL_RECEIVED,
                null,
                about()));
        Notification copy = toTeam("finance");
        assertThat(copy.subject()).isEqualTo("Zu Harbour Pine: Ihre Empfehlung Brightwater Logistics ist eingegangen");
        assertThat(copy.body()).startsWith("Was geschehen ist, in den Worten für Harbour Pine:\nVielen Dank, dass");
    }

    @Test
    void each_address_of_a_team_gets_a_mail_of_its_own_and_the_inbox_one_entry() {
        assertThat(tell.tell(breached("par_1"))).isEqualTo(Handled.APPLIED);

        assertThat(notifications.all()).extracting(Notification::audience).containsExactly("ops");
        assertThat(notifications.copies()).hasSize(2);
        assertThat(queue)
                .containsExactlyElementsOf(
                        notifications.copies().stream().map(MailCopy::id).toList());
        assertThat(notifications.copies().toString()).doesNotContain("@firm.example");
        assertThat(toTeam("ops").subject())
                .isEqualTo("Lewat: Berita seterusnya kepada rakan, Brightwater Logistics (Harbour Pine)");
    }

    @Test
    void the_same_event_again_tells_nobody_twice() {
        tell.tell(held(Origin.LIVE));
        tell.tell(breached("par_1"));
        int notified = notifications.all().size();
        int queued = queue.size();

        assertThat(tell.tell(held(Origin.LIVE))).isEqualTo(Handled.DUPLICATE);
        assertThat(tell.tell(breached("par_1"))).isEqualTo(Handled.DUPLICATE);
        assertThat(notifications.all()).hasSize(notified);
        assertThat(queue).hasSize(queued);
    }

    @Test
    void a_crash_between_a_teams_inbox_and_its_mails_is_made_up_for_by_the_redelivery() {
        notifications.crashAfter(2);
        assertThatThrownBy(() -> tell.tell(breached("par_1"))).hasMessageContaining("died");
        assertThat(notifications.copies()).hasSize(1);

        notifications.crashAfter(Integer.MAX_VALUE);
        tell.tell(breached("par_1"));
        assertThat(notifications.all()).hasSize(1);
        assertThat(notifications.copies()).hasSize(2);
        assertThat(queue).doesNotHaveDuplicates().hasSize(2);
    }

    @Test
    void history_is_told_to_nobody() {
        assertThat(tell.tell(held(Origin.IMPORT))).isEqualTo(Handled.IGNORED);
        assertThat(tell.tell(held(Origin.REPLAY))).isEqualTo(Handled.IGNORED);
        assertThat(notifications.all()).isEmpty();
        assertThat(queue).isEmpty();
    }

    @Test
    void what_the_partner_is_told_waits_for_its_profile_and_what_only_a_team_is_told_does_not() {
        recipients.erase("par_1");
        assertThatThrownBy(() -> tell.tell(held(Origin.LIVE))).isInstanceOf(NotYetException.class);
        assertThat(notifications.all()).isEmpty();

        tell.tell(breached("par_1"));
        assertThat(toTeam("ops").subject()).endsWith("(par_1)");
    }

    @Test
    void an_audience_or_event_that_is_none_is_refused() {
        assertThatThrownBy(() -> new Audiences(Map.of(HELD, Set.of("finanse")), Set.of(HELD), teams.names()))
                .hasMessageContaining("finanse");
        assertThatThrownBy(() -> new Audiences(Map.of("no.such.v1", Set.of("partner")), Set.of(HELD), teams.names()))
                .hasMessageContaining("no.such.v1");
    }

    @Test
    void a_team_that_is_none_is_refused_without_repeating_the_address() {
        assertThatThrownBy(() -> new Team("Ops team", "en", ZoneOffset.UTC, List.of()))
                .hasMessageContaining("lower-case");
        assertThatThrownBy(() -> new Team("ops", "en", ZoneOffset.UTC, List.of("ops@firm.example", "not one")))
                .hasMessage("address 2 of team ops is none");
    }

    private Notification toTeam(String team) {
        return notifications.all().stream()
                .filter(notification -> notification.audience().equals(team))
                .findFirst()
                .orElseThrow();
    }

    private static News held(Origin origin) {
        return new News(
                "evt_1",
                HELD,
                origin,
                "par_1",
                Set.of("par_1"),
                MessageKind.COMMISSION_HELD,
                MessageKind.TEAM_COMMISSION_HELD,
                about().with("amount", Money.parse("USD 105.40")).withReason("The tax form is missing.", null));
    }

    private static News breached(String partnerId) {
        Facts facts = about().withWord("clock", "clock", "NEXT_UPDATE").with("dueAt", NOW);
        return new News(
                "evt_3",
                BREACHED,
                Origin.LIVE,
                partnerId,
                Set.of(partnerId),
                null,
                MessageKind.TEAM_SLA_BREACHED,
                facts);
    }

    private static Facts about() {
        return Facts.none()
                .with("client", "Brightwater Logistics")
                .with("service", "Data platform")
                .with("commissionId", "com_1")
                .with("referralId", "ref_1");
    }
}
