package io.entente.partner.memberships.web;

import io.entente.partner.memberships.Member;
import io.entente.partner.memberships.Right;
import java.time.Instant;
import java.util.List;

/** What an invitation offers. */
record OfferView(String name, List<Right> rights, Instant invitedUntil) {

    static OfferView of(Member member) {
        return new OfferView(member.name(), member.rights().stream().sorted().toList(), member.invitedUntil());
    }
}
