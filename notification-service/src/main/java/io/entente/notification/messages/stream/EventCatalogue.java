package io.entente.notification.messages.stream;

import io.entente.notification.messages.stream.announced.EventType;
import io.entente.notification.messages.stream.partnership.AgreementEvents;
import io.entente.notification.messages.stream.partnership.AlertEvents;
import io.entente.notification.messages.stream.partnership.OnboardingEvents;
import io.entente.notification.messages.stream.partnership.PartnershipEvents;
import io.entente.notification.messages.stream.partnership.TierEvents;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The events that the service announces. Each group of events lists its own types. */
final class EventCatalogue {

    /** The events of {@code partner.events}. */
    static final List<EventType> PARTNER = Stream.of(
                    PartnershipEvents.TYPES,
                    OnboardingEvents.TYPES,
                    AgreementEvents.TYPES,
                    TierEvents.TYPES,
                    AlertEvents.TYPES)
            .flatMap(List::stream)
            .toList();

    /** The events of {@code referral.events}. */
    static final List<EventType> REFERRAL = Stream.of(
                    ReferralEvents.TYPES,
                    ProtectionEvents.TYPES,
                    ConflictEvents.TYPES,
                    DealEvents.TYPES,
                    CrmEvents.TYPES,
                    SlaEvents.TYPES)
            .flatMap(List::stream)
            .toList();

    /** The events of {@code commission.events}. */
    static final List<EventType> COMMISSION = Stream.of(
                    CommissionEvents.TYPES,
                    PlanEvents.TYPES,
                    StatementEvents.TYPES,
                    PayoutEvents.TYPES,
                    PayeeEvents.TYPES,
                    DisputeEvents.TYPES,
                    UnmatchedEvents.TYPES)
            .flatMap(List::stream)
            .toList();

    private EventCatalogue() {}

    static List<EventType> all() {
        return Stream.of(PARTNER, REFERRAL, COMMISSION).flatMap(List::stream).toList();
    }

    static Set<String> wireTypes() {
        return all().stream().map(EventType::wireType).collect(Collectors.toSet());
    }
}
