package io.entente.notification.messages.stream;

import io.entente.notification.messages.Origin;
import io.entente.notification.messages.stream.announced.AnnouncedEvent.ForFirm;
import io.entente.notification.messages.stream.announced.EventType;
import io.entente.notification.templates.Facts;
import io.entente.notification.templates.TemplateName;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The events of CRMs' deals, on {@code referral.events}. Only a team is notified, because only the firm can do something. */
final class CrmEvents {

    static final List<EventType> TYPES = List.of(
            new EventType("referral.crm-change-waiting.v1", CrmChangeWaiting.class),
            new EventType("referral.crm-record-waiting.v1", CrmRecordWaiting.class));

    /** The vocabulary of what waits and what can be done. */
    private static final String WAIT = "crm-wait";

    private CrmEvents() {}

    /** {@code referral.crm-change-waiting.v1}. */
    record CrmChangeWaiting(
            String referralId,
            String partnerId,
            String crm,
            String crmDealId,
            Client client,
            String service,
            String reason,
            @Nullable String stage,
            Instant waitingSince,
            Origin origin)
            implements ReferralEvent, ForFirm {

        @Override
        public TemplateName teamTemplate() {
            return TemplateName.of("team-crm-change-waiting");
        }

        @Override
        public Facts facts() {
            return commonFacts()
                    .with("referralId", referralId)
                    .with("crm", crm)
                    .with("crmDealId", crmDealId)
                    .with("crmStage", stage)
                    .withWord("why", WAIT, reason)
                    .with("waitingSince", waitingSince);
        }
    }

    /** {@code referral.crm-record-waiting.v1}. */
    record CrmRecordWaiting(
            String partnerId, String crm, String crmDealId, String reason, Instant waitingSince, Origin origin)
            implements ForFirm {

        @Override
        public TemplateName teamTemplate() {
            return TemplateName.of("team-crm-record-waiting");
        }

        @Override
        public Facts facts() {
            return Facts.none()
                    .with("crm", crm)
                    .with("crmDealId", crmDealId)
                    .withWord("why", WAIT, reason)
                    .with("waitingSince", waitingSince);
        }
    }
}
