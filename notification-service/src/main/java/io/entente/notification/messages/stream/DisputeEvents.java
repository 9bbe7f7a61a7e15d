package io.entente.notification.messages.stream;

import io.entente.notification.messages.Origin;
import io.entente.notification.messages.stream.StatementEvents.StatementEvent.Period;
import io.entente.notification.messages.stream.announced.AnnouncedEvent;
import io.entente.notification.messages.stream.announced.EventType;
import io.entente.notification.templates.Facts;
import io.entente.notification.templates.TemplateName;
import java.util.List;

/** The events of disputed lines of statements on {@code commission.events}. */
final class DisputeEvents {

    static final List<EventType> TYPES = List.of(
            new EventType("commission.statement-line-disputed.v1", StatementLineDisputed.class),
            new EventType("commission.statement-dispute-resolved.v1", StatementDisputeResolved.class));

    private DisputeEvents() {}

    /** {@code commission.statement-line-disputed.v1}. Finance has to resolve it, and the partner gets a receipt. */
    record StatementLineDisputed(String partnerId, Period period, long line, String reason, Origin origin)
            implements AnnouncedEvent {

        @Override
        public TemplateName partnerTemplate() {
            return TemplateName.of("statement-line-disputed");
        }

        @Override
        public TemplateName teamTemplate() {
            return TemplateName.of("team-statement-line-disputed");
        }

        @Override
        public Facts facts() {
            return of(period, line).withReason(reason, null);
        }
    }

    /** {@code commission.statement-dispute-resolved.v1}. */
    record StatementDisputeResolved(String partnerId, Period period, long line, String resolution, Origin origin)
            implements AnnouncedEvent {

        @Override
        public TemplateName partnerTemplate() {
            return TemplateName.of("statement-dispute-resolved");
        }

        @Override
        public Facts facts() {
            return of(period, line).with("resolution", resolution);
        }
    }

    private static Facts of(Period period, long line) {
        return Facts.none()
                .with("startsOn", period.startsOn())
                .with("endsOn", period.endsOn())
                .with("line", Long.toString(line));
    }
}
