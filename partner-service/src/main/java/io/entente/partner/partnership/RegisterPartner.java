package io.entente.partner.partnership;

import java.time.ZoneId;
import java.util.List;

/**
 * The command to register a partner, with the data of its application.
 *
 * @param country ISO 3166-1 alpha-2
 * @param locale BCP 47; decides the language of messages to the partner
 */
public record RegisterPartner(
        String name,
        PartnershipModel model,
        Tier tier,
        String country,
        ZoneId timeZone,
        String locale,
        List<Contact> contacts) {}
