package io.entente.partner.stream;

import io.entente.partner.applications.RegisterApplicants;
import io.entente.partner.onboarding.ManageOnboarding;
import io.entente.partner.partnership.PartnerCommandHandler;
import io.entente.partner.partnership.PartnerId;
import io.entente.partner.partnership.commands.CompleteOnboarding;
import io.entente.partner.performance.RecordPerformance;
import io.entente.partner.references.AskForReferences;
import io.entente.platform.domain.Actor;
import io.entente.platform.domain.Decision;
import io.entente.platform.events.consume.EventConsumer;
import io.entente.platform.events.consume.EventConsumers;
import io.entente.platform.events.consume.Handled;
import java.time.ZoneId;
import java.util.function.Consumer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/**
 * Subscribes to this service's own {@code partner.events}. A partner and its onboarding are two documents, so what one does because of the
 * other waits for its event: no command writes both, and a crash in between loses nothing.
 */
@Configuration(proxyBeanMethods = false)
class PartnerEventsConfiguration {

    static final String ONBOARDING_STARTED = "partner.partner-onboarding-started.v1";
    static final String ACTIVATED = "partner.partner-activated.v1";
    static final String DEACTIVATED = "partner.partner-deactivated.v1";
    static final String MERGED = "partner.partner-merged.v1";
    static final String RECORD_CHANGED = "partner.partner-record-changed.v1";
    static final String REQUIREMENTS_MET = "partner.onboarding-requirements-met.v1";

    static final String APPLICATION_CONFIRMED = "partner.application-confirmed.v1";
    static final String REFERENCE_RECEIVED = "partner.reference-received.v1";

    @Bean
    Consumer<Message<byte[]>> partnerEvents(
            EventConsumers consumers,
            ManageOnboarding onboarding,
            PartnerCommandHandler partners,
            RecordPerformance performance,
            RegisterApplicants applicants,
            AskForReferences references,
            @Value("${entente.program.time-zone:UTC}") ZoneId zone) {
        EventConsumer consumer = consumers
                .named("partnerEvents")
                .on(
                        APPLICATION_CONFIRMED,
                        ApplicationMoved.class,
                        (event, envelope) -> handled(applicants.register(event.applicationId())))
                .on(
                        REFERENCE_RECEIVED,
                        ReferenceMoved.class,
                        (event, envelope) -> handled(references.count(event.referenceRequestId())))
                .on(
                        ONBOARDING_STARTED,
                        PartnerMoved.class,
                        (event, envelope) -> handled(onboarding.begin(event.partnerId(), event.occurredAt())))
                .on(
                        ACTIVATED,
                        PartnerMoved.class,
                        (event, envelope) -> handled(event.isWaiver()
                                && onboarding.activatedWithoutOnboarding(
                                        event.partnerId(), event.reason(), new Actor(event.actor()))))
                .on(
                        DEACTIVATED,
                        PartnerMoved.class,
                        (event, envelope) -> handled(onboarding.partnershipEnded(event.partnerId())))
                .on(
                        MERGED,
                        PartnerMoved.class,
                        (event, envelope) -> handled(onboarding.partnershipEnded(event.partnerId())))
                .on(
                        RECORD_CHANGED,
                        PartnerMoved.class,
                        (event, envelope) -> handled(onboarding.partnerRenamed(event.partnerId(), event.name())))
                .on(
                        REQUIREMENTS_MET,
                        PartnerMoved.class,
                        (event, envelope) -> handled(activate(partners, new PartnerId(event.partnerId()))));
        PartnerEngaged.TYPES.forEach(type -> consumer.on(
                type, PartnerEngaged.class, (event, envelope) -> handled(event.recordTo(performance, envelope, zone))));
        return consumer;
    }

    /** A partner that has left the program meanwhile refuses it, and one that is active already stays as it is. */
    private static boolean activate(PartnerCommandHandler partners, PartnerId id) {
        return partners.handle(id, new CompleteOnboarding(), Actor.SYSTEM, partner -> {})
                .filter(Decision::isAllowed)
                .isPresent();
    }

    private static Handled handled(boolean hasChanged) {
        return hasChanged ? Handled.APPLIED : Handled.DUPLICATE;
    }
}
