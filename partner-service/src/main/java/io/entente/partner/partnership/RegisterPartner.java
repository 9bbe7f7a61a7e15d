package io.entente.partner.partnership;

import java.time.ZoneId;
import java.util.List;

/**
 * The wish to become a partner.
 *
 * @param country ISO 3166-1 alpha-2
 * @param locale BCP 47; messages to the partner are in its language
 */
public record RegisterPartner(
        String name,
        PartnershipModel model,
        Tier tier,
        String country,
        ZoneId timeZone,
        String locale,
        List<Contact> contacts) {}
