package io.entente.partner.erasures;

import io.entente.partner.memberships.Rosters;
import io.entente.partner.partnership.PartnerId;
import io.entente.partner.partnership.Partners;
import io.entente.partner.partnership.TextsAboutPartners;
import io.entente.platform.domain.Actor;
import io.entente.platform.domain.Decision;
import io.entente.platform.erasures.Erasable;
import io.entente.platform.erasures.Erasure;
import io.entente.platform.erasures.PersonInText;
import java.time.Clock;
import java.util.List;

/**
 * Erases what is personal about a partner, or what is known of one of its people: a contact ({@code con_…}) or a member ({@code mem_…}). The
 * other services learn of it from the partner's profile.
 */
public final class PartnerErasure implements Erasable {

    private final Partners partners;
    private final Rosters rosters;
    private final KnownPersons persons;
    private final List<TextsAboutPartners> texts;
    private final Clock clock;

    /** @param texts of all features */
    public PartnerErasure(
            Partners partners, Rosters rosters, KnownPersons persons, List<TextsAboutPartners> texts, Clock clock) {
        this.partners = partners;
        this.rosters = rosters;
        this.persons = persons;
        this.texts = List.copyOf(texts);
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
            texts.forEach(feature -> feature.eraseTexts(partner));
        } else {
            // The person goes last: until then, a repetition still knows its name.
            persons.find(partner, person).ifPresent(known -> redact(partner, known.inText()));
            partners.change(partner, known -> Decision.allowed(known.eraseContact(person, by, clock.instant())));
            rosters.change(partner, roster -> Decision.allowed(roster.erase(person, by, clock.instant())));
        }
    }

    private void redact(PartnerId partner, PersonInText person) {
        partners.change(partner, known -> Decision.allowed(known.redacted(person::removedFrom)));
        texts.forEach(feature -> feature.redactTexts(partner, person::removedFrom));
    }
}
