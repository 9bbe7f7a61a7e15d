package io.entente.notification.recipients;

import java.util.Optional;

/** Looks up the current address, so that a changed address is used and an erased one is not. */
public record AddressBook(Recipients partners, Teams teams) {

    public Optional<Contact> find(Addressee addressee) {
        if (addressee instanceof Addressee.TeamAddress of) {
            return teams.find(of.team()).flatMap(team -> team.addressee(of.key()));
        }
        if (addressee instanceof Addressee.Person of) {
            return partners.find(of.partnerId())
                    .flatMap(partner -> partner.colleague(of.person()))
                    .flatMap(Colleague::addressee);
        }
        return addressee instanceof Addressee.Partner of
                ? partners.find(of.partnerId()).flatMap(Recipient::addressee)
                : Optional.empty();
    }
}
