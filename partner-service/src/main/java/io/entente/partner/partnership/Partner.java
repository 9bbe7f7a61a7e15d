package io.entente.partner.partnership;

import io.entente.partner.partnership.PartnerEvent.PartnerActivated;
import io.entente.partner.partnership.PartnerEvent.PartnerApplied;
import io.entente.partner.partnership.PartnerEvent.PartnerTeamChanged;
import io.entente.platform.domain.Actor;
import io.entente.platform.domain.Change;
import io.entente.platform.domain.Decision;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A partner of the firm. A command returns the partner's new state together with the events that announce it.
 *
 * @param version 1 for a new partner, increased by one with every change
 * @param sequence the number of the partner's last event
 */
public record Partner(
        PartnerId id,
        long version,
        long sequence,
        PartnerStatus status,
        RegisterPartner application,
        Instant appliedAt,
        @Nullable Instant activatedAt) {

    private static final String IS_ERASED = "The personal data of this partner is erased.";

    /** A new partner that has applied to the program. */
    public static Change<Partner, PartnerEvent> apply(
            PartnerId id, RegisterPartner application, Actor actor, Instant now) {
        return Change.of(
                new Partner(id, 1, 1, PartnerStatus.APPLIED, application, now, null), new PartnerApplied(actor));
    }

    /** Activates the partner. If it is active already, nothing changes. */
    public Decision<Change<Partner, PartnerEvent>> activate(Actor actor, Instant now) {
        return switch (status) {
            case ERASED -> Decision.rejected(IS_ERASED);
            case ACTIVE -> Decision.allowed(Change.nothing(this));
            case APPLIED ->
                Decision.allowed(Change.of(
                        new Partner(id, version + 1, sequence + 1, PartnerStatus.ACTIVE, application, appliedAt, now),
                        new PartnerActivated(actor)));
        };
    }

    /** Names the people of the firm who look after the partner. If they are the same, nothing changes. */
    public Decision<Change<Partner, PartnerEvent>> changeTeam(List<TeamMember> team, Actor actor) {
        if (status == PartnerStatus.ERASED) {
            return Decision.rejected(IS_ERASED);
        }
        if (application.team().equals(team)) {
            return Decision.allowed(Change.nothing(this));
        }
        return Decision.allowed(Change.of(
                new Partner(id, version + 1, sequence + 1, status, application.withTeam(team), appliedAt, activatedAt),
                new PartnerTeamChanged(actor)));
    }

    /**
     * Erases what identifies the partner. If it is erased already, nothing changes. No event announces it: the end of its profile tells
     * the other services.
     */
    public Change<Partner, PartnerEvent> erase() {
        return status == PartnerStatus.ERASED
                ? Change.nothing(this)
                : new Change<>(
                        new Partner(
                                id,
                                version + 1,
                                sequence,
                                PartnerStatus.ERASED,
                                application.erased(),
                                appliedAt,
                                activatedAt),
                        List.of());
    }
}
