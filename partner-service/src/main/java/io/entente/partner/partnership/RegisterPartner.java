package io.entente.partner.partnership;

import java.time.ZoneId;
import java.util.List;

/**
 * The command to register a partner, with the data of its application.
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
        List<TeamMember> team) {

    /** The name of a partner whose data is erased. */
    public static final String ERASED = "erased";

    public RegisterPartner {
        contacts = List.copyOf(contacts);
        team = List.copyOf(team);
    }

    /** The same data with other people of the firm. */
    public RegisterPartner withTeam(List<TeamMember> people) {
        return new RegisterPartner(name, model, tier, country, timeZone, locale, contacts, people);
    }

    /** The same without what identifies a person or an organisation. */
    RegisterPartner erased() {
        return new RegisterPartner(ERASED, model, tier, country, timeZone, locale, List.of(), List.of());
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
}
