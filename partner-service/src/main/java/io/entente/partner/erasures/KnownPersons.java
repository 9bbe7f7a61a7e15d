package io.entente.partner.erasures;

import io.entente.partner.memberships.Member;
import io.entente.partner.memberships.Rosters;
import io.entente.partner.partnership.Contact;
import io.entente.partner.partnership.PartnerId;
import io.entente.partner.partnership.Partners;
import io.entente.platform.erasures.PersonInText;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the persons at partners by their ids: contacts and members. */
public final class KnownPersons {

    private final Partners partners;
    private final Rosters rosters;

    public KnownPersons(Partners partners, Rosters rosters) {
        this.partners = partners;
        this.rosters = rosters;
    }

    /**
     * A person at a partner. It is one of the two.
     *
     * @param contact null if the person is a member
     * @param member null if the person is a contact
     */
    public record KnownPerson(@Nullable Contact contact, @Nullable Member member) {

        /** Finds the person in texts. */
        public PersonInText inText() {
            if (contact != null) {
                List<String> addresses =
                        Stream.of(contact.email(), contact.address()).distinct().toList();
                return new PersonInText(contact.name(), addresses, null);
            }
            Member known = Objects.requireNonNull(member);
            return new PersonInText(known.name(), List.of(known.email()), null);
        }

        /** Who the person is at the identity provider; empty if it isn't known. */
        public Optional<String> actor() {
            return Optional.ofNullable(member).map(Member::actor);
        }
    }

    /** @return empty if the partner has no such person, or the person has left */
    public Optional<KnownPerson> find(PartnerId partner, String id) {
        return partners.find(partner)
                .flatMap(known -> known.contact(id))
                .map(contact -> new KnownPerson(contact, null))
                .or(() -> rosters.find(partner)
                        .flatMap(roster -> roster.member(id))
                        .map(member -> new KnownPerson(null, member)));
    }
}
