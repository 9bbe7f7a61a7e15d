package io.entente.notification.messages.stream.partnership;

import io.entente.notification.messages.Origin;
import io.entente.notification.messages.stream.announced.AnnouncedEvent;
import io.entente.notification.messages.stream.announced.EventType;
import io.entente.notification.templates.Facts;
import io.entente.notification.templates.TemplateName;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The events of agreements on {@code partner.events}. */
public final class AgreementEvents {

    public static final List<EventType> TYPES = List.of(
            new EventType("partner.agreement-contradicted.v1", AgreementContradicted.class),
            new EventType("partner.agreement-proposed.v1", AgreementProposed.class),
            new EventType("partner.agreement-signed.v1", AgreementSigned.class),
            new EventType("partner.agreement-renewal-due.v1", AgreementRenewalDue.class),
            new EventType("partner.agreement-terminated.v1", AgreementTerminated.class));

    private AgreementEvents() {}

    /** {@code partner.agreement-contradicted.v1}. It is for the partner managers, because the partner can rely on what was agreed. */
    record AgreementContradicted(String partnerId, List<Difference> contradictions, Origin origin)
            implements AnnouncedEvent.ForFirm {

        record Difference(String kind) {}

        @Override
        public TemplateName teamTemplate() {
            return TemplateName.of("agreement-contradicted");
        }

        @Override
        public Facts facts() {
            return Facts.none()
                    .withWords(
                            "contradictions",
                            "contradiction",
                            contradictions.stream()
                                    .map(Difference::kind)
                                    .distinct()
                                    .toList());
        }
    }

    /** {@code partner.agreement-proposed.v1}. */
    record AgreementProposed(String partnerId, String title, LocalDate startsOn, Origin origin)
            implements AnnouncedEvent {

        @Override
        public TemplateName partnerTemplate() {
            return TemplateName.of("agreement-proposed");
        }

        @Override
        public Facts facts() {
            return Facts.none().with("agreement", title).with("startsOn", startsOn);
        }
    }

    /** {@code partner.agreement-signed.v1}. Events from before agreements had terms name the day of the signature only. */
    record AgreementSigned(
            String partnerId,
            LocalDate signedOn,
            @Nullable LocalDate startsOn,
            @Nullable LocalDate endsOn,
            Origin origin)
            implements AnnouncedEvent {

        @Override
        public TemplateName partnerTemplate() {
            return TemplateName.of("agreement-signed");
        }

        @Override
        public Facts facts() {
            return Facts.none()
                    .with("startsOn", startsOn == null ? signedOn : startsOn)
                    .with("endsOn", endsOn);
        }
    }

    /** {@code partner.agreement-renewal-due.v1}. */
    record AgreementRenewalDue(
            String partnerId, String title, LocalDate endsOn, LocalDate noticeBy, boolean renews, Origin origin)
            implements AnnouncedEvent {

        @Override
        public TemplateName partnerTemplate() {
            return TemplateName.of(renews ? "agreement-renews" : "agreement-ends");
        }

        @Override
        public TemplateName teamTemplate() {
            return TemplateName.of("team-agreement-due");
        }

        @Override
        public Facts facts() {
            return Facts.none().with("agreement", title).with("endsOn", endsOn).with("noticeBy", noticeBy);
        }
    }

    /** {@code partner.agreement-terminated.v1}. */
    record AgreementTerminated(String partnerId, String title, String reason, LocalDate endsOn, Origin origin)
            implements AnnouncedEvent {

        @Override
        public TemplateName partnerTemplate() {
            return TemplateName.of("agreement-terminated");
        }

        @Override
        public TemplateName teamTemplate() {
            return TemplateName.of("team-agreement-terminated");
        }

        @Override
        public Facts facts() {
            return Facts.none().with("agreement", title).with("endsOn", endsOn).withReason(reason, null);
        }
    }
}
