package io.entente.partner.erasures.web;

import io.entente.partner.erasures.KnownPersons.KnownPerson;
import io.entente.partner.memberships.Member;
import io.entente.partner.memberships.MemberState;
import io.entente.partner.memberships.Right;
import io.entente.partner.partnership.Contact;
import io.entente.partner.partnership.details.ContactLevel;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is stored about a person.
 *
 * @param contact absent if the person is a member
 * @param member absent if the person is a contact
 * @param texts all texts about the partner that name the person
 */
record PersonReportView(
        String partnerId,
        String personId,
        @Nullable ContactData contact,
        @Nullable MemberData member,
        List<TextView> texts) {

    /**
     * A stored text that names the person.
     *
     * @param document the id of what it belongs to, such as an agreement
     * @param field where it is in the document, such as {@code versions.v01.partner.name}
     */
    record TextView(String collection, String document, String field, String text) {}

    /** What is stored about a contact. */
    record ContactData(
            String name,
            String email,
            String role,
            @Nullable ContactLevel level,
            @Nullable String locale,
            @Nullable String notificationEmail) {

        static ContactData of(Contact contact) {
            return new ContactData(
                    contact.name(),
                    contact.email(),
                    contact.role(),
                    contact.level(),
                    contact.locale(),
                    contact.notificationEmail());
        }
    }

    /**
     * What is stored about a member.
     *
     * @param person who the member is at the identity provider, as actors of events name it
     */
    record MemberData(
            String name,
            String email,
            List<Right> rights,
            MemberState state,
            Instant invitedAt,
            @Nullable String person,
            @Nullable Instant activeSince,
            @Nullable Instant revokedAt) {

        static MemberData of(Member member) {
            return new MemberData(
                    member.name(),
                    member.email(),
                    member.rights().stream().sorted().toList(),
                    member.state(),
                    member.invitedAt(),
                    member.actor(),
                    member.activeSince(),
                    member.revokedAt());
        }
    }

    static PersonReportView of(String partnerId, String personId, KnownPerson person, List<TextView> texts) {
        Contact contact = person.contact();
        Member member = person.member();
        return new PersonReportView(
                partnerId,
                personId,
                contact == null ? null : ContactData.of(contact),
                member == null ? null : MemberData.of(member),
                texts);
    }
}
