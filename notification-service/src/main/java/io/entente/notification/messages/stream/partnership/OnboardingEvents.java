package io.entente.notification.messages.stream.partnership;

import io.entente.notification.messages.Announcement;
import io.entente.notification.messages.Origin;
import io.entente.notification.messages.stream.announced.AnnouncedEvent;
import io.entente.notification.messages.stream.announced.EventType;
import io.entente.notification.recipients.Colleague;
import io.entente.notification.templates.Facts;
import io.entente.notification.templates.TemplateName;
import io.entente.platform.domain.Actor;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The events of onboardings on {@code partner.events}. */
public final class OnboardingEvents {

    public static final List<EventType> TYPES = List.of(
            new EventType("partner.partner-onboarding-started.v1", PartnerOnboardingStarted.class),
            new EventType("partner.onboarding-step-overdue.v1", OnboardingStepOverdue.class));

    private OnboardingEvents() {}

    /** {@code partner.partner-onboarding-started.v1}. */
    record PartnerOnboardingStarted(String partnerId, Origin origin) implements AnnouncedEvent {

        @Override
        public TemplateName partnerTemplate() {
            return TemplateName.of("onboarding-started");
        }

        @Override
        public Facts facts() {
            return Facts.none();
        }
    }

    /** {@code partner.onboarding-step-overdue.v1}. It is for the owner of the step, and for all partner managers if it has none yet. */
    record OnboardingStepOverdue(String partnerId, List<Title> titles, String owner, LocalDate dueOn, Origin origin)
            implements AnnouncedEvent {

        /** The step's title in one language. */
        record Title(String language, String title) {}

        @Override
        public @Nullable TemplateName partnerTemplate() {
            return isPartners() ? TemplateName.of("onboarding-step-overdue") : null;
        }

        @Override
        public @Nullable TemplateName teamTemplate() {
            return isPartners() || toPerson() != null ? null : TemplateName.of("team-onboarding-step-overdue");
        }

        @Override
        public boolean isCopiedToTeams() {
            return false;
        }

        @Override
        public Announcement.@Nullable ToPerson toPerson() {
            return Colleague.isPerson(owner)
                    ? new Announcement.ToPerson(owner, TemplateName.of("person-onboarding-step-overdue"))
                    : null;
        }

        private boolean isPartners() {
            return Actor.partner(partnerId).value().equals(owner);
        }

        @Override
        public Facts facts() {
            return Facts.none()
                    .withTranslated("step", titles.stream().collect(Collectors.toMap(Title::language, Title::title)))
                    .with("dueOn", dueOn);
        }
    }
}
