package io.entente.commission.commissions.selfreferral;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.commission.deals.Client;
import io.entente.commission.partners.Addressee;
import io.entente.commission.partners.PartnerId;
import io.entente.commission.partners.PartnerProfile;
import io.entente.commission.partners.PartnershipModel;
import io.entente.commission.partners.Tier;
import io.entente.commission.partners.TierHistory;
import io.entente.commission.partners.identity.MailDomain;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SelfReferralsTest {

    @ParameterizedTest
    @CsvSource({
        "harbourpine.example, Anybody",
        "eu.harbourpine.example, Anybody",
        "other.example, HARBOUR PINE ADVISORY LTD.",
        "harbour pine advisory/MY, Harbour-Pine Advisory Sdn. Bhd.",
        "other.example, Hárbour Pine Advisory GmbH",
    })
    void a_client_with_the_partners_domain_or_name_is_the_partner_itself(String key, String organisation) {
        assertThat(SelfReferrals.evidence(new Client(key, organisation), partner()))
                .isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "brightwater.example, Brightwater",
        "notharbourpine.example, Not Harbour Pine",
        "harbourpine.example.com, Harbour Pine Logistics",
        "gmail.com, Somebody",
    })
    void another_client_is_not(String key, String organisation) {
        assertThat(SelfReferrals.evidence(new Client(key, organisation), partner()))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"a@HarbourPine.example, harbourpine.example", "a@gmail.com,", "a@outlook.de,"})
    void the_domain_of_a_mail_provider_says_nothing_about_a_partner(String address, String domain) {
        assertThat(MailDomain.of(address).orElse(null)).isEqualTo(domain);
    }

    private static PartnerProfile partner() {
        return new PartnerProfile(
                new PartnerId("par_pine"),
                TierHistory.always(Tier.ACTIVE),
                PartnershipModel.REFERRAL,
                1,
                new Addressee("Harbour Pine Advisory", Locale.ENGLISH),
                Set.of("harbourpine.example"));
    }
}
