package io.entente.partner.erasures.web;

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
 */
record PersonReportView(String partnerId, String personId, @Nullable ContactData contact, @Nullable MemberData member) {

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

    static PersonReportView of(String partnerId, String personId, @Nullable Contact contact, @Nullable Member member) {
        return new PersonReportView(
                partnerId,
                personId,
                contact == null ? null : ContactData.of(contact),
                member == null ? null : MemberData.of(member));
    }
}
