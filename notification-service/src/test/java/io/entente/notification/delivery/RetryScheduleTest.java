package io.entente.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entente.notification.delivery.Attempt.Outcome;
import io.entente.notification.delivery.DeliverMail.Result;
import io.entente.notification.recipients.AddressBook;
import io.entente.notification.recipients.Addressee;
import io.entente.notification.recipients.Addressee.TeamAddress;
import io.entente.notification.recipients.Contact;
import io.entente.notification.recipients.InMemoryRecipients;
import io.entente.notification.recipients.Recipient;
import io.entente.notification.recipients.Team;
import io.entente.notification.recipients.Teams;
import io.entente.notification.templates.AllTemplates;
import io.entente.notification.templates.Templates;
import io.entente.platform.secrets.MessageSeal;
import io.entente.platform.secrets.tink.Keysets;
import io.entente.testkit.MovableClock;
import io.entente.testkit.security.TestKeyset;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Simulates days of failing mail servers with a movable clock. */
class RetryScheduleTest {

    private static final Instant START = Instant.parse("2026-03-02T02:15:00Z");
    private static final Duration LEASE = Duration.ofMinutes(3);
    private static final RetrySchedule SCHEDULE = new RetrySchedule(
            List.of(
                    Duration.ofSeconds(10),
                    Duration.ofMinutes(1),
                    Duration.ofMinutes(5),
                    Duration.ofMinutes(30),
                    Duration.ofHours(2)),
            Duration.ofHours(6),
            Duration.ofDays(3));

    private static final Team OPS = new Team("ops", "de", ZoneOffset.UTC, List.of("a@firm.example", "b@firm.example"));

    private static final MessageSeal SEAL = new MessageSeal(Keysets.read(TestKeyset.json()));

    private final MovableClock clock = new MovableClock(START);
    private final InMemoryOutgoing outgoing = new InMemoryOutgoing();
    private final InMemoryRecipients recipients = new InMemoryRecipients();
    private final ScriptedMailer mailer = new ScriptedMailer();
    private int leases;
    private final DeliverMail deliverMail = new DeliverMail(
            outgoing,
            new AddressBook(recipients, new Teams(List.of(OPS))),
            new Templates(AllTemplates.languages()),
            SEAL,
            mailer,
            SCHEDULE,
            LEASE,
            prefix -> prefix + ++leases,
            clock);

    @BeforeEach
    void one_mail_is_due() {
        recipients.keep(new Recipient(
                "par_1",
                1,
                "Studio Nord",
                "de",
                ZoneOffset.UTC,
                List.of(new Contact("Jörg", "joerg@partner.example"))));
        outgoing.add("ntf_1", "par_1", "de", START);
    }

    @Test
    void a_mail_that_always_fails_is_retried_on_the_schedule_for_three_days_and_then_given_up() {
        mailer.always(Outcome.FAILED, "SMTP 451");
        List<Duration> attempts = new ArrayList<>();
        while (outgoing.delivery("ntf_1").nextAttemptAt() != null) {
            clock.moveTo(outgoing.delivery("ntf_1").nextAttemptAt());
            attempts.add(Duration.between(START, clock.instant()));
            deliverMail.deliver("ntf_1");
        }

        List<Duration> published = new ArrayList<>(List.of(
                Duration.ZERO,
                Duration.ofSeconds(10),
                Duration.ofSeconds(70),
                Duration.ofSeconds(370),
                Duration.ofSeconds(2_170),
                Duration.ofSeconds(9_370)));
        for (int more = 1; more <= 11; more++) {
            published.add(Duration.ofSeconds(9_370).plusHours(6L * more));
        }
        assertThat(attempts).isEqualTo(published);
        assertThat(outgoing.delivery("ntf_1").state()).isEqualTo(EmailDelivery.State.FAILED);
        assertThat(outgoing.delivery("ntf_1").attempts()).hasSize(17).allSatisfy(attempt -> assertThat(attempt.error())
                .isEqualTo("SMTP 451"));
    }

    @Test
    void a_mail_to_somebody_outside_has_the_link_only_when_it_is_sent() {
        String sealed = SEAL.seal("oms_1", "mara@quay.example\nhttps://firm.example/a/app_1.xyz");
        outgoing.add(
                "ntf_2", new Addressee.Outside("oms_1", sealed, START.plusSeconds(60)), "de", "Open [link] now", START);

        assertThat(deliverMail.deliver("ntf_2")).isEqualTo(Result.SENT);
        Letter letter = mailer.sent().get(0);
        assertThat(letter.address()).isEqualTo("mara@quay.example");
        assertThat(letter.name()).isEmpty();
        assertThat(letter.text())
                .startsWith("Open https://firm.example/a/app_1.xyz now")
                .contains("Ihr Partnerteam")
                .doesNotContain("[link]", "Posteingang");
        assertThat(letter.toString()).doesNotContain("mara");
    }

    @Test
    void a_mail_to_somebody_outside_is_not_sent_after_its_link_has_ended_or_its_message_was_withdrawn() {
        String sealed = SEAL.seal("oms_2", "mara@quay.example\nhttps://firm.example/a/app_2.xyz");
        outgoing.add("ntf_3", new Addressee.Outside("oms_2", sealed, START.plusSeconds(60)), "en", "[link]", START);
        outgoing.add("ntf_4", new Addressee.Outside("oms_3", null, START.plusSeconds(60)), "en", "[link]", START);
        mailer.then(Outcome.FAILED, "SMTP 451");
        assertThat(deliverMail.deliver("ntf_3")).isEqualTo(Result.WILL_RETRY);
        clock.moveTo(START.plusSeconds(60));

        assertThat(deliverMail.deliver("ntf_3")).isEqualTo(Result.FAILED);
        assertThat(deliverMail.deliver("ntf_4")).isEqualTo(Result.FAILED);
        assertThat(outgoing.delivery("ntf_3").attempts().get(1).error()).isEqualTo("the link of the message has ended");
        assertThat(outgoing.delivery("ntf_4").attempts().get(0).error()).isEqualTo("the message was withdrawn");
        assertThat(mailer.sent()).hasSize(1);
    }

    @Test
    void a_mail_is_not_sent_before_it_is_due() {
        mailer.always(Outcome.FAILED, "SMTP 451");
        assertThat(deliverMail.deliver("ntf_1")).isEqualTo(Result.WILL_RETRY);
        clock.moveTo(START.plusSeconds(9));
        assertThat(deliverMail.deliver("ntf_1")).isEqualTo(Result.NOTHING_TO_DO);
        assertThat(mailer.sent()).hasSize(1);
    }

    @Test
    void a_mail_is_sent_once_at_the_first_attempt_that_succeeds() {
        mailer.then(Outcome.FAILED, "ConnectException");
        deliverMail.deliver("ntf_1");
        clock.moveTo(START.plusSeconds(10));
        assertThat(deliverMail.deliver("ntf_1")).isEqualTo(Result.SENT);
        clock.moveTo(START.plus(Duration.ofDays(1)));
        assertThat(deliverMail.deliver("ntf_1")).isEqualTo(Result.NOTHING_TO_DO);

        assertThat(outgoing.delivery("ntf_1").attempts())
                .extracting(Attempt::outcome)
                .containsExactly(Outcome.FAILED, Outcome.SENT);
        assertThat(mailer.sent()).hasSize(2);
    }

    @Test
    void a_mail_to_a_rejected_address_is_not_retried() {
        mailer.then(Outcome.REJECTED, "address refused: SMTP 550");
        assertThat(deliverMail.deliver("ntf_1")).isEqualTo(Result.FAILED);
        assertThat(outgoing.delivery("ntf_1").nextAttemptAt()).isNull();
        assertThat(outgoing.delivery("ntf_1").state()).isEqualTo(EmailDelivery.State.FAILED);
    }

    @Test
    void two_instances_never_send_the_same_mail_at_the_same_time() {
        mailer.during(() -> assertThat(deliverMail.deliver("ntf_1")).isEqualTo(Result.NOTHING_TO_DO));
        assertThat(deliverMail.deliver("ntf_1")).isEqualTo(Result.SENT);
        assertThat(mailer.sent()).hasSize(1);
    }

    @Test
    void a_mail_of_a_worker_that_died_is_sent_with_the_same_id_when_its_lease_ends() {
        mailer.during(() -> {
            throw new IllegalStateException("the process died here");
        });
        assertThatThrownBy(() -> deliverMail.deliver("ntf_1")).hasMessageContaining("died");
        assertThat(deliverMail.deliver("ntf_1")).isEqualTo(Result.NOTHING_TO_DO);

        clock.moveTo(START.plus(LEASE));
        assertThat(outgoing.due(clock.instant(), 10)).containsExactly("ntf_1");
        assertThat(deliverMail.deliver("ntf_1")).isEqualTo(Result.SENT);
        assertThat(mailer.sent()).extracting(Letter::notificationId).containsExactly("ntf_1", "ntf_1");
    }

    @Test
    void a_worker_whose_lease_has_ended_does_not_overwrite_the_result_of_the_next_worker() {
        mailer.during(() -> {
            clock.moveTo(START.plus(LEASE));
            mailer.then(Outcome.SENT, null);
            assertThat(deliverMail.deliver("ntf_1")).isEqualTo(Result.SENT);
        });
        assertThat(deliverMail.deliver("ntf_1")).isEqualTo(Result.NOTHING_TO_DO);
        assertThat(outgoing.delivery("ntf_1").attempts()).hasSize(1);
    }

    @Test
    void the_current_contact_gets_the_mail_and_an_erased_partner_gets_none() {
        recipients.keep(new Recipient(
                "par_1", 2, "Studio Nord", "de", ZoneOffset.UTC, List.of(new Contact("Ute", "ute@partner.example"))));
        deliverMail.deliver("ntf_1");
        assertThat(mailer.sent()).extracting(Letter::address).containsExactly("ute@partner.example");
        assertThat(mailer.sent().get(0).text()).startsWith("Guten Tag Ute,");

        recipients.erase("par_1");
        outgoing.add("ntf_2", "par_1", "de", START);
        assertThat(deliverMail.deliver("ntf_2")).isEqualTo(Result.FAILED);
        assertThat(mailer.sent()).hasSize(1);
    }

    @Test
    void a_mail_to_a_team_goes_to_its_own_address_only_and_not_to_a_removed_one() {
        String second = OPS.addressKeys().get(1);
        outgoing.add("ntf_ops", new TeamAddress("ops", second), "de", START);
        outgoing.add("ntf_gone", new TeamAddress("ops", "adr_gone"), "de", START);
        assertThat(deliverMail.deliver("ntf_ops")).isEqualTo(Result.SENT);
        assertThat(deliverMail.deliver("ntf_gone")).isEqualTo(Result.FAILED);
        assertThat(mailer.sent()).extracting(Letter::address).containsExactly("b@firm.example");
        assertThat(mailer.sent().get(0).text()).startsWith("Body\n\nDiese Nachricht wurde automatisch");
    }

    @Test
    void a_schedule_with_too_short_delays_is_refused() {
        assertThatThrownBy(() -> new RetrySchedule(List.of(Duration.ZERO), Duration.ofHours(6), Duration.ofDays(3)))
                .hasMessageContaining("at least");
    }
}
