package io.entente.notification.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entente.notification.recipients.Colleague;
import io.entente.notification.recipients.Contact;
import io.entente.notification.recipients.InMemoryRecipients;
import io.entente.notification.recipients.Recipient;
import io.entente.notification.recipients.Team;
import io.entente.notification.recipients.Teams;
import io.entente.notification.templates.AllTemplates;
import io.entente.notification.templates.Facts;
import io.entente.notification.templates.TemplateName;
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
import java.util.Optional;
import java.util.Set;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NotifyAudiencesTest {

    private static final String HELD = "commission.commission-held.v1";
    private static final String RECEIVED = "referral.referral-submitted.v1";
    private static final String BREACHED = "referral.sla-breached.v1";
    private static final String ESCALATED = "referral.sla-escalated.v1";
    private static final Instant NOW = Instant.parse("2026-05-11T02:00:00Z");

    private final InMemoryRecipients recipients = new InMemoryRecipients();
    private final InMemoryNotifications notifications = new InMemoryNotifications();
    private final ReferralAuthors authors = new ReferralAuthors() {
        @Override
        public void keep(String referralId, String author) {
            throw new UnsupportedOperationException("Not needed by these tests");
        }

        @Override
        public Optional<String> of(String referralId) {
            return Optional.empty();
        }
    };
    private final List<String> queue = new ArrayList<>();
    private final Teams teams = new Teams(List.of(
            new Team("ops", "ms", ZoneId.of("Asia/Kuala_Lumpur"), List.of("a@firm.example", "b@firm.example")),
            new Team("finance", "de", ZoneOffset.UTC, List.of())));
    private final NotifyAudiences notifyAudiences = new NotifyAudiences(
            new Audiences(
                    Map.of(
                            HELD, Set.of("partner", "finance"),
                            RECEIVED, Set.of("partner", "finance"),
                            BREACHED, Set.of("partner", "ops"),
                            ESCALATED, Set.of("person")),
                    Set.of(HELD, RECEIVED, BREACHED, ESCALATED),
                    teams.names()),
            recipients,
            teams,
            notifications,
            authors,
            new Wording(new Templates(AllTemplates.languages()), recipients),
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
    void partner_and_team_are_notified_with_their_own_text_in_their_own_language() {
        assertThat(notifyAudiences.announce(held(Origin.LIVE))).isEqualTo(Handled.APPLIED);

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
    void a_team_without_its_own_text_gets_a_copy_of_the_message_to_the_partner_in_its_language() {
        notifyAudiences.announce(new Announcement(
                "evt_2",
                RECEIVED,
                Origin.LIVE,
                "par_1",
                Set.of("par_1"),
                TemplateName.of("referral-received"),
                null,
                about()));
        Notification copy = toTeam("finance");
        assertThat(copy.subject()).isEqualTo("Zu Harbour Pine: Ihre Empfehlung Brightwater Logistics ist eingegangen");
        assertThat(copy.body()).startsWith("Was geschehen ist, in den Worten für Harbour Pine:\nVielen Dank, dass");
    }

    @Test
    void each_address_of_a_team_gets_a_mail_and_the_inbox_gets_one_entry() {
        assertThat(notifyAudiences.announce(breached("par_1"))).isEqualTo(Handled.APPLIED);

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
    void nobody_is_notified_about_a_partner_whose_data_is_erased() {
        recipients.keep(new Recipient("par_1", 2, "par_1", "en", ZoneOffset.UTC, List.of(), List.of(), true));

        assertThat(notifyAudiences.announce(held(Origin.LIVE))).isEqualTo(Handled.IGNORED);
        assertThat(notifyAudiences.announce(breached("par_1"))).isEqualTo(Handled.IGNORED);

        assertThat(notifications.all()).isEmpty();
    }

    @Test
    void a_redelivered_event_notifies_nobody_twice() {
        notifyAudiences.announce(held(Origin.LIVE));
        notifyAudiences.announce(breached("par_1"));
        int notified = notifications.all().size();
        int queued = queue.size();

        assertThat(notifyAudiences.announce(held(Origin.LIVE))).isEqualTo(Handled.DUPLICATE);
        assertThat(notifyAudiences.announce(breached("par_1"))).isEqualTo(Handled.DUPLICATE);
        assertThat(notifications.all()).hasSize(notified);
        assertThat(queue).hasSize(queued);
    }

    @Test
    void after_a_crash_a_redelivery_adds_the_missing_mails_of_a_team() {
        notifications.crashAfter(2);
        assertThatThrownBy(() -> notifyAudiences.announce(breached("par_1"))).hasMessageContaining("died");
        assertThat(notifications.copies()).hasSize(1);

        notifications.crashAfter(Integer.MAX_VALUE);
        notifyAudiences.announce(breached("par_1"));
        assertThat(notifications.all()).hasSize(1);
        assertThat(notifications.copies()).hasSize(2);
        assertThat(queue).doesNotHaveDuplicates().hasSize(2);
    }

    @Test
    void the_person_to_whom_a_promise_is_escalated_is_notified_once_in_its_language() {
        recipients.erase("par_1");
        recipients.keep(new Recipient(
                "par_1",
                2,
                "Harbour Pine",
                "en",
                ZoneOffset.UTC,
                List.of(),
                List.of(new Colleague("user:u-17", "u17@firm.example", "de", "Europe/Berlin"))));

        assertThat(notifyAudiences.announce(escalated("user:u-17"))).isEqualTo(Handled.APPLIED);
        assertThat(notifyAudiences.announce(escalated("user:u-17"))).isEqualTo(Handled.DUPLICATE);

        Notification toPerson = toTeam("user:u-17");
        assertThat(toPerson.subject())
                .isEqualTo("Jetzt bei Ihnen: Nächste Nachricht an den Partner, Brightwater Logistics (Harbour Pine)");
        assertThat(toPerson.email()).isNotNull();
        assertThat(queue).containsExactly(toPerson.id());
    }

    @Test
    void a_person_without_an_address_gets_an_inbox_entry_and_no_mail() {
        notifyAudiences.announce(escalated("user:u-99"));

        assertThat(toTeam("user:u-99").email()).isNull();
        assertThat(toTeam("user:u-99").subject()).startsWith("Yours now: ");
        assertThat(queue).isEmpty();
    }

    private static Announcement escalated(String person) {
        return new Announcement(
                "evt_4",
                ESCALATED,
                Origin.LIVE,
                "par_1",
                Set.of("par_1"),
                null,
                null,
                about().withWord("clock", "clock", "NEXT_UPDATE").with("dueAt", NOW),
                true,
                new Announcement.ToPerson(person, TemplateName.of("person-sla-escalated")));
    }

    @Test
    void imported_and_replayed_events_notify_nobody() {
        assertThat(notifyAudiences.announce(held(Origin.IMPORT))).isEqualTo(Handled.IGNORED);
        assertThat(notifyAudiences.announce(held(Origin.REPLAY))).isEqualTo(Handled.IGNORED);
        assertThat(notifications.all()).isEmpty();
        assertThat(queue).isEmpty();
    }

    @Test
    void a_message_to_a_partner_waits_for_the_profile_and_a_message_to_a_team_does_not() {
        recipients.erase("par_1");
        assertThatThrownBy(() -> notifyAudiences.announce(held(Origin.LIVE))).isInstanceOf(NotYetException.class);
        assertThat(notifications.all()).isEmpty();

        notifyAudiences.announce(breached("par_1"));
        assertThat(toTeam("ops").subject()).endsWith("(par_1)");
    }

    @Test
    void an_unknown_audience_or_event_type_is_refused() {
        assertThatThrownBy(() -> new Audiences(Map.of(HELD, Set.of("finanse")), Set.of(HELD), teams.names()))
                .hasMessageContaining("finanse");
        assertThatThrownBy(() -> new Audiences(Map.of("no.such.v1", Set.of("partner")), Set.of(HELD), teams.names()))
                .hasMessageContaining("no.such.v1");
    }

    @Test
    void an_invalid_team_is_refused_and_the_error_does_not_contain_the_address() {
        assertThatThrownBy(() -> new Team("Ops team", "en", ZoneOffset.UTC, List.of()))
                .hasMessageContaining("lower-case");
        assertThatThrownBy(() -> new Team("ops", "en", ZoneOffset.UTC, List.of("ops@firm.example", "not one")))
                .hasMessage("Address 2 of team ops must be an e-mail address");
    }

    private Notification toTeam(String team) {
        return notifications.all().stream()
                .filter(notification -> notification.audience().equals(team))
                .findFirst()
                .orElseThrow();
    }

    private static Announcement held(Origin origin) {
        return new Announcement(
                "evt_1",
                HELD,
                origin,
                "par_1",
                Set.of("par_1"),
                TemplateName.of("commission-held"),
                TemplateName.of("team-commission-held"),
                about().with("amount", Money.parse("USD 105.40")).withReason("The tax form is missing.", null));
    }

    private static Announcement breached(String partnerId) {
        Facts facts = about().withWord("clock", "clock", "NEXT_UPDATE").with("dueAt", NOW);
        return new Announcement(
                "evt_3",
                BREACHED,
                Origin.LIVE,
                partnerId,
                Set.of(partnerId),
                null,
                TemplateName.of("team-sla-breached"),
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
