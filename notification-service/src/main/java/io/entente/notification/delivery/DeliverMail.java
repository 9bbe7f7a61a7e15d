package io.entente.notification.delivery;

import io.entente.notification.recipients.AddressBook;
import io.entente.notification.recipients.Addressee;
import io.entente.notification.recipients.Contact;
import io.entente.notification.templates.Language;
import io.entente.notification.templates.Templates;
import io.entente.platform.domain.IdGenerator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Delivers one notification's mail: claims it, sends it, stores what became of it.
 *
 * <p>A mail is sent at least once. A crash between the mail server's answer and the store's leaves the mail claimed; when the
 * lease ends it is sent again, with the same {@code Message-ID}, by which mail programs and servers tell that it is the same
 * one. The other order, marking first, could lose it.
 */
public final class DeliverMail {

    private final Outgoing outgoing;
    private final AddressBook addresses;
    private final Templates templates;
    private final Mailer mailer;
    private final RetrySchedule schedule;
    private final Duration lease;
    private final IdGenerator ids;
    private final Clock clock;

    /** @param lease must outlast one try, with all of the mail server's timeouts */
    public DeliverMail(
            Outgoing outgoing,
            AddressBook addresses,
            Templates templates,
            Mailer mailer,
            RetrySchedule schedule,
            Duration lease,
            IdGenerator ids,
            Clock clock) {
        this.outgoing = outgoing;
        this.addresses = addresses;
        this.templates = templates;
        this.mailer = mailer;
        this.schedule = schedule;
        this.lease = lease;
        this.ids = ids;
        this.clock = clock;
    }

    /** Where a mail stands after one call. */
    public enum Result {
        /** Somebody else's, or not due. */
        NOTHING_TO_DO,
        SENT,
        WILL_RETRY,
        FAILED
    }

    public Result deliver(String notificationId) {
        Instant now = clock.instant();
        Optional<OutgoingMail> claimed = outgoing.claim(notificationId, ids.next("claim"), now, now.plus(lease));
        return claimed.map(this::attempt).orElse(Result.NOTHING_TO_DO);
    }

    private Result attempt(OutgoingMail mail) {
        Mailer.Answer answer = send(mail);
        Attempt attempt = new Attempt(clock.instant(), answer.outcome(), answer.error());
        EmailDelivery after = mail.delivery().after(attempt, schedule);
        if (!outgoing.settle(mail, after)) {
            return Result.NOTHING_TO_DO;
        }
        return switch (after.state()) {
            case SENT -> Result.SENT;
            case PENDING -> Result.WILL_RETRY;
            case FAILED -> Result.FAILED;
        };
    }

    private Mailer.Answer send(OutgoingMail mail) {
        Optional<Contact> addressee = addresses.find(mail.to());
        if (addressee.isEmpty()) {
            return new Mailer.Answer(Attempt.Outcome.REJECTED, "nobody is left to write to");
        }
        Contact to = addressee.get();
        Language language = Language.of(mail.locale());
        return mailer.send(new Letter(
                mail.notificationId(),
                to.name(),
                to.email(),
                language.locale().toLanguageTag(),
                mail.subject(),
                text(mail, to, language)));
    }

    private String text(OutgoingMail mail, Contact to, Language language) {
        return mail.to() instanceof Addressee.TeamAddress
                ? templates.teamLetter(mail.body(), language)
                : templates.letter(to.name(), mail.body(), language);
    }
}
