package io.entente.referral.intake.profiles;

import io.entente.referral.partners.KnownPartner;
import io.entente.referral.partners.PartnerName;
import io.entente.referral.partners.Tier;
import java.time.LocalDate;
import java.util.List;

/** The columns of the shipped profile for opportunities, and the partners that rows name. */
final class OpportunityRows {

    static final List<String> COLUMNS = List.of(
            "opportunity_id",
            "sales_agent",
            "product",
            "account",
            "deal_stage",
            "engage_date",
            "close_date",
            "close_value");

    static final ImportProfile CRM = ProfileMother.shipped("crm-opportunities");

    static final LocalDate TODAY = LocalDate.parse("2018-01-01");

    private static final KnownPartner MOSES =
            new KnownPartner("par_1", "Moses Frase", "ACTIVE", Tier.ACTIVE, "REFERRAL", "US", 1);

    private OpportunityRows() {}

    static List<KnownPartner> named(String name) {
        return switch (PartnerName.keyOf(name)) {
            case "moses frase" -> List.of(MOSES);
            case "twins" -> List.of(MOSES, MOSES);
            default -> List.of();
        };
    }
}
