package io.entente.partner.partnership;

import io.entente.partner.partnership.PartnerEvent.PartnerActivated;
import io.entente.partner.partnership.PartnerEvent.PartnerApplied;
import io.entente.platform.domain.Change;
import io.entente.platform.domain.Decision;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A partner of the firm. Commands return the partner as it is after them, with the events that tell of it.
 *
 * @param version 1 when created, one more with every change
 * @param sequence number of the partner's last event
 */
public record Partner(
        PartnerId id,
        long version,
        long sequence,
        PartnerStatus status,
        RegisterPartner application,
        Instant appliedAt,
        @Nullable Instant activatedAt) {

    public static Change<Partner, PartnerEvent> apply(PartnerId id, RegisterPartner application, Instant now) {
        return Change.of(new Partner(id, 1, 1, PartnerStatus.APPLIED, application, now, null), new PartnerApplied());
    }

    /** Activates the partner; again is no change. */
    public Decision<Change<Partner, PartnerEvent>> activate(Instant now) {
        return Decision.allowed(
                switch (status) {
                    case ACTIVE -> Change.nothing(this);
                    case APPLIED ->
                        Change.of(
                                new Partner(
                                        id,
                                        version + 1,
                                        sequence + 1,
                                        PartnerStatus.ACTIVE,
                                        application,
                                        appliedAt,
                                        now),
                                new PartnerActivated());
                });
    }
}
