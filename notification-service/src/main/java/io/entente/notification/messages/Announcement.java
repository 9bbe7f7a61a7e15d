package io.entente.notification.messages;

import io.entente.notification.templates.Facts;
import io.entente.notification.templates.TemplateName;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An event with everything that is needed to notify its audiences.
 *
 * @param partnerId the partner that the event is about
 * @param partnerIds all partners that the event concerns
 * @param partnerTemplate the message to partners; absent if partners are not notified
 * @param teamTemplate the message to a team; absent if a team gets a copy of the message to the partner
 * @param toPerson the message to a person of the firm; absent if the event concerns no single person
 * @param creditedTemplate the message to the other partners that the event concerns; absent if partners are not notified
 * @param isCopied whether a team without a message of its own gets a copy of the message to the partner
 * @param referralId the referral that the event is about; absent if it is about none
 */
public record Announcement(
        String eventId,
        String eventType,
        Origin origin,
        String partnerId,
        Set<String> partnerIds,
        @Nullable TemplateName partnerTemplate,
        @Nullable TemplateName teamTemplate,
        Facts facts,
        boolean isCopied,
        @Nullable ToPerson toPerson,
        @Nullable TemplateName creditedTemplate,
        @Nullable String referralId) {

    /**
     * What a person of the firm is told.
     *
     * @param person such as {@code user:u-17}
     */
    public record ToPerson(String person, TemplateName template) {}

    public Announcement {
        Objects.requireNonNull(origin, "An event must have an origin");
        partnerIds = Set.copyOf(partnerIds);
    }

    /** An announcement that teams get a copy of, unless they have a message of their own. */
    public Announcement(
            String eventId,
            String eventType,
            Origin origin,
            String partnerId,
            Set<String> partnerIds,
            @Nullable TemplateName partnerTemplate,
            @Nullable TemplateName teamTemplate,
            Facts facts) {
        this(eventId, eventType, origin, partnerId, partnerIds, partnerTemplate, teamTemplate, facts, true, null);
    }

    /** An announcement that has the same message for all partners. */
    public Announcement(
            String eventId,
            String eventType,
            Origin origin,
            String partnerId,
            Set<String> partnerIds,
            @Nullable TemplateName partnerTemplate,
            @Nullable TemplateName teamTemplate,
            Facts facts,
            boolean isCopied,
            @Nullable ToPerson toPerson) {
        this(
                eventId,
                eventType,
                origin,
                partnerId,
                partnerIds,
                partnerTemplate,
                teamTemplate,
                facts,
                isCopied,
                toPerson,
                partnerTemplate,
                null);
    }

    /** The message to one of the partners; absent if partners are not notified. */
    @Nullable
    TemplateName templateFor(String partner) {
        return partner.equals(partnerId) ? partnerTemplate : creditedTemplate;
    }
}
