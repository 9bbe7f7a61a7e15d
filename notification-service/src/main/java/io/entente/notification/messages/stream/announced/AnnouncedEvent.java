package io.entente.notification.messages.stream.announced;

import io.entente.notification.messages.Announcement;
import io.entente.notification.messages.Origin;
import io.entente.notification.templates.Facts;
import io.entente.notification.templates.TemplateName;
import io.entente.platform.events.envelope.EventEnvelope;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An event that the service announces. Its record has only the fields that the messages need. */
public interface AnnouncedEvent {

    /** The partner that the event is about. */
    String partnerId();

    Origin origin();

    /** The message to partners; absent if partners are not notified. */
    @Nullable
    TemplateName partnerTemplate();

    /** The message to the other partners that the event concerns; by default the same. */
    default @Nullable TemplateName creditedTemplate() {
        return partnerTemplate();
    }

    /** The message to a team; absent if a team gets a copy of the message to the partner. */
    default @Nullable TemplateName teamTemplate() {
        return null;
    }

    /**
     * Whether a team without a message of its own gets a copy of the message to the partner. If not, the event concerns
     * teams only when {@link #teamTemplate} is present.
     */
    default boolean isCopiedToTeams() {
        return true;
    }

    /** The message to a single person of the firm; absent if the event concerns none. */
    default Announcement.@Nullable ToPerson toPerson() {
        return null;
    }

    Facts facts();

    /** All partners that the event concerns. */
    default Set<String> partnerIds() {
        return Set.of(partnerId());
    }

    /** The referral that the event is about; absent if it is about none. */
    default @Nullable String referralOf(EventEnvelope envelope) {
        return null;
    }

    /** Who has submitted the referral, if the event says so. */
    default Optional<String> author() {
        return Optional.empty();
    }

    default Announcement announcement(EventEnvelope envelope) {
        return new Announcement(
                envelope.id(),
                envelope.type(),
                origin(),
                partnerId(),
                partnerIds(),
                partnerTemplate(),
                teamTemplate(),
                facts(),
                isCopiedToTeams(),
                toPerson(),
                creditedTemplate(),
                referralOf(envelope));
    }

    /** An event of which partners are not notified, because only the firm can do something, or because it is nothing for them. */
    interface ForFirm extends AnnouncedEvent {

        @Override
        default @Nullable TemplateName partnerTemplate() {
            return null;
        }
    }
}
