package io.entente.partner.erasures;

import io.entente.partner.agreements.Agreements;
import io.entente.partner.memberships.Rosters;
import io.entente.partner.onboarding.ManageOnboarding;
import io.entente.partner.partnership.PartnerId;
import io.entente.partner.partnership.Partners;
import io.entente.partner.qualification.QualifyPartner;
import io.entente.platform.domain.Actor;
import io.entente.platform.domain.Decision;
import io.entente.platform.erasures.Erasable;
import io.entente.platform.erasures.Erasure;
import java.time.Clock;

/**
 * Erases what is personal about a partner, or what is known of one of its people: a contact ({@code con_…}) or a member ({@code mem_…}). The
 * other services learn of it from the partner's profile.
 */
public final class PartnerErasure implements Erasable {

    private final Partners partners;
    private final Rosters rosters;
    private final Agreements agreements;
    private final ManageOnboarding onboarding;
    private final QualifyPartner qualify;
    private final Clock clock;

    public PartnerErasure(
            Partners partners,
            Rosters rosters,
            Agreements agreements,
            ManageOnboarding onboarding,
            QualifyPartner qualify,
            Clock clock) {
        this.partners = partners;
        this.rosters = rosters;
        this.agreements = agreements;
        this.onboarding = onboarding;
        this.qualify = qualify;
        this.clock = clock;
    }

    @Override
    public boolean has(Erasure.Subject subject) {
        PartnerId partner = new PartnerId(subject.owner());
        String person = subject.person();
        if (person == null) {
            return partners.find(partner).isPresent();
        }
        return partners.find(partner).filter(known -> known.knows(person)).isPresent()
                || rosters.find(partner)
                        .flatMap(roster -> roster.member(person))
                        .isPresent();
    }

    @Override
    public void erase(Erasure.Subject subject, Actor by) {
        PartnerId partner = new PartnerId(subject.owner());
        String person = subject.person();
        if (person == null) {
            partners.change(partner, known -> Decision.allowed(known.erase(clock.instant())));
            rosters.erase(partner);
            agreements.erase(partner);
            onboarding.erase(partner);
            qualify.erase(partner);
        } else {
            partners.change(partner, known -> Decision.allowed(known.eraseContact(person, by, clock.instant())));
            rosters.change(partner, roster -> Decision.allowed(roster.erase(person, by, clock.instant())));
        }
    }
}
