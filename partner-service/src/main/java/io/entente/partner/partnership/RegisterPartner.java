package io.entente.partner.partnership;

import io.entente.partner.partnership.details.PartnerDetails;
import io.entente.partner.partnership.tier.Tier;
import java.time.ZoneId;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * The command to register a partner, with the data of its application. Later it has what is known of the partner now.
 *
 * @param country ISO 3166-1 alpha-2
 * @param locale BCP 47; decides the language of messages to the partner
 * @param team the firm's people who look after the partner; may be empty
 */
public record RegisterPartner(
        String name,
        PartnershipModel model,
        Tier tier,
        String country,
        ZoneId timeZone,
        String locale,
        List<Contact> contacts,
        List<TeamMember> team,
        PartnerDetails details) {

    /** The name of a partner whose data is erased. */
    public static final String ERASED = "erased";

    public RegisterPartner {
        contacts = numbered(contacts);
        team = List.copyOf(team);
    }

    private static List<Contact> numbered(List<Contact> contacts) {
        return IntStream.range(0, contacts.size())
                .mapToObj(place -> contacts.get(place).numbered(place))
                .toList();
    }

    /** A partner of whose business nothing is known. */
    public RegisterPartner(
            String name,
            PartnershipModel model,
            Tier tier,
            String country,
            ZoneId timeZone,
            String locale,
            List<Contact> contacts,
            List<TeamMember> team) {
        this(name, model, tier, country, timeZone, locale, contacts, team, PartnerDetails.NONE);
    }

    /** A partner for which nobody of the firm is named. */
    public RegisterPartner(
            String name,
            PartnershipModel model,
            Tier tier,
            String country,
            ZoneId timeZone,
            String locale,
            List<Contact> contacts) {
        this(name, model, tier, country, timeZone, locale, contacts, List.of());
    }

    /** The same data with another tier. */
    RegisterPartner withTier(Tier other) {
        return new RegisterPartner(name, model, other, country, timeZone, locale, contacts, team, details);
    }

    /** The same data with other people of the firm. */
    public RegisterPartner withTeam(List<TeamMember> people) {
        return new RegisterPartner(name, model, tier, country, timeZone, locale, contacts, people, details);
    }

    /** The same data with other people at the partner. */
    public RegisterPartner withContacts(List<Contact> people) {
        return new RegisterPartner(name, model, tier, country, timeZone, locale, people, team, details);
    }

    /** The same without a person in what is said about others and about the business. */
    RegisterPartner redacted(UnaryOperator<String> withoutPerson) {
        return new RegisterPartner(
                name,
                model,
                tier,
                country,
                timeZone,
                locale,
                contacts.stream()
                        .map(contact -> contact.withRole(withoutPerson.apply(contact.role())))
                        .toList(),
                team,
                details.redacted(withoutPerson));
    }

    /** The same without what identifies a person or an organisation. */
    RegisterPartner erased() {
        return new RegisterPartner(ERASED, model, tier, country, timeZone, locale, List.of(), List.of());
    }
}
