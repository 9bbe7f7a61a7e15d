package io.entente.notification.messages;

import io.entente.notification.delivery.DeliveryQueue;
import io.entente.notification.delivery.EmailDelivery;
import io.entente.notification.delivery.OutgoingMail;
import io.entente.notification.templates.Facts;
import io.entente.notification.templates.TemplateName;
import io.entente.notification.templates.Templates;
import io.entente.notification.templates.Text;
import io.entente.platform.domain.DerivedId;
import io.entente.platform.events.consume.Handled;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sends mails to people outside the program. It is idempotent: there is one mail for each message. */
public final class SendOutsideMails {

    private static final Map<String, TemplateName> TEMPLATES = Map.of(
            "APPLICATION_CONFIRMATION", TemplateName.of("outside-application-confirmation"),
            "REFERENCE_REQUEST", TemplateName.of("outside-reference-request"),
            "REFERENCE_REMINDER", TemplateName.of("outside-reference-reminder"));

    private final Notifications notifications;
    private final Templates templates;
    private final DeliveryQueue delivery;
    private final ZoneId zone;
    private final Clock clock;

    /** @param zone of the days in the mails, because nobody knows that of the reader */
    public SendOutsideMails(
            Notifications notifications, Templates templates, DeliveryQueue delivery, ZoneId zone, Clock clock) {
        this.notifications = notifications;
        this.templates = templates;
        this.delivery = delivery;
        this.zone = zone;
        this.clock = clock;
    }

    /**
     * What has to be sent.
     *
     * @param kind names the template
     * @param partnerName null if the mail names no partner
     */
    public record Request(
            String eventId,
            String eventType,
            String messageId,
            String about,
            String partnerId,
            String kind,
            String locale,
            @Nullable String partnerName,
            String sealed,
            Instant expiresAt) {}

    /** Stores a mail and hands it to the delivery. A kind that this version doesn't know is somebody else's. */
    public Handled send(Request request) {
        TemplateName template = TEMPLATES.get(request.kind());
        if (template == null) {
            return Handled.IGNORED;
        }
        OutsideMail mail = mail(request, template);
        if (!notifications.add(mail)) {
            return Handled.DUPLICATE;
        }
        delivery.offer(mail.id());
        return Handled.APPLIED;
    }

    private OutsideMail mail(Request request, TemplateName template) {
        Facts facts = Facts.none()
                .with("link", OutgoingMail.LINK)
                .with("partner", request.partnerName())
                .withDay("until", null, request.expiresAt());
        Text text = templates.render(template, facts, templates.language(request.locale()), zone);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return new OutsideMail(
                DerivedId.of("ntf", request.messageId()),
                request.messageId(),
                request.about(),
                request.partnerId(),
                request.eventId(),
                request.eventType(),
                request.locale(),
                text.subject(),
                text.body(),
                request.sealed(),
                request.expiresAt(),
                now,
                EmailDelivery.dueAt(now));
    }

    /** Forgets the addresses of mails that were not sent yet, so that they never are. */
    public Handled withdraw(String about) {
        return notifications.withdrawAbout(about) ? Handled.APPLIED : Handled.DUPLICATE;
    }
}
