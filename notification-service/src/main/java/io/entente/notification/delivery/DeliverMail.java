package io.entente.notification.delivery;

import io.entente.notification.recipients.AddressBook;
import io.entente.notification.recipients.Addressee;
import io.entente.notification.recipients.Contact;
import io.entente.notification.templates.Language;
import io.entente.notification.templates.Templates;
import io.entente.platform.domain.IdGenerator;
import io.entente.platform.runtime.lease.Lease;
import io.entente.platform.runtime.lease.Leased;
import io.entente.platform.secrets.MessageSeal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Delivers the mail of a notification: leases it, sends it, and stores the result.
 *
 * <p>A mail is sent at least once. If the service crashes after the mail server has accepted the mail and before the result is
 * stored, the mail is sent again when its lease ends. It then has the same {@code Message-ID}, by which mail programs and
 * servers recognise the duplicate. Storing the result first could lose the mail.
 */
public final class DeliverMail {

    private final Outgoing outgoing;
    private final AddressBook addresses;
    private final Templates templates;
    private final MessageSeal seal;
    private final Mailer mailer;
    private final RetrySchedule schedule;
    private final Duration lease;
    private final IdGenerator ids;
    private final Clock clock;

    /** @param lease must be longer than one attempt, including all timeouts of the mail server */
    public DeliverMail(
            Outgoing outgoing,
            AddressBook addresses,
            Templates templates,
            MessageSeal seal,
            Mailer mailer,
            RetrySchedule schedule,
            Duration lease,
            IdGenerator ids,
            Clock clock) {
        this.outgoing = outgoing;
        this.addresses = addresses;
        this.templates = templates;
        this.seal = seal;
        this.mailer = mailer;
        this.schedule = schedule;
        this.lease = lease;
        this.ids = ids;
        this.clock = clock;
    }

    /** The result of one call. */
    public enum Result {
        /** The mail is not due, or somebody else has leased it. */
        NOTHING_TO_DO,
        SENT,
        WILL_RETRY,
        FAILED
    }

    public Result deliver(String notificationId) {
        Instant now = clock.instant();
        Lease wanted = new Lease(notificationId, ids.next("lease"), now.plus(lease));
        return outgoing.acquire(wanted, now).map(this::attempt).orElse(Result.NOTHING_TO_DO);
    }

    private Result attempt(Leased<OutgoingMail> leased) {
        OutgoingMail mail = leased.item();
        Mailer.Reply reply = send(mail);
        Attempt attempt = new Attempt(clock.instant(), reply.outcome(), reply.error());
        EmailDelivery after = mail.delivery().after(attempt, schedule);
        if (!outgoing.complete(leased.lease(), after)) {
            return Result.NOTHING_TO_DO;
        }
        return switch (after.state()) {
            case SENT -> Result.SENT;
            case PENDING -> Result.WILL_RETRY;
            case FAILED -> Result.FAILED;
        };
    }

    private Mailer.Reply send(OutgoingMail mail) {
        if (mail.to() instanceof Addressee.Outside outside) {
            return sendOutside(mail, outside);
        }
        Optional<Contact> addressee = addresses.find(mail.to());
        if (addressee.isEmpty()) {
            return rejected("there is no contact to write to");
        }
        Contact to = addressee.get();
        Language language = templates.language(mail.locale());
        return mailer.send(new Letter(
                mail.notificationId(),
                to.name(),
                to.email(),
                language.locale().toLanguageTag(),
                mail.subject(),
                text(mail, to, language)));
    }

    /** Nobody may get a link that doesn't open anything. */
    private Mailer.Reply sendOutside(OutgoingMail mail, Addressee.Outside to) {
        if (to.sealed() == null) {
            return rejected("the message was withdrawn");
        }
        if (!clock.instant().isBefore(to.expiresAt())) {
            return rejected("the link of the message has ended");
        }
        OutsideAddress address = OutsideAddress.open(to, to.sealed(), seal);
        Language language = templates.language(mail.locale());
        return mailer.send(new Letter(
                mail.notificationId(),
                "",
                address.email(),
                language.locale().toLanguageTag(),
                mail.subject(),
                templates.outsideLetter(mail.body().replace(OutgoingMail.LINK, address.link()), language)));
    }

    private static Mailer.Reply rejected(String why) {
        return new Mailer.Reply(Attempt.Outcome.REJECTED, why);
    }

    private String text(OutgoingMail mail, Contact to, Language language) {
        return mail.to() instanceof Addressee.Partner
                ? templates.letter(to.name(), mail.body(), language)
                : templates.teamLetter(mail.body(), language);
    }
}
