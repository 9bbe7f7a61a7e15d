package io.entente.commission.partners.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.commission.partners.Addressee;
import io.entente.commission.partners.PartnerId;
import io.entente.commission.partners.PartnerProfile;
import io.entente.commission.partners.PartnershipModel;
import io.entente.commission.partners.Tier;
import io.entente.commission.partners.TierHistory;
import io.entente.commission.partners.TierHistory.TierPeriod;
import io.entente.testkit.Contracts;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

class ProfilePublishedContractTest {

    @Test
    void the_sample_is_read_with_fields_added_later() {
        JsonMapper json = JsonMapper.builder()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();

        ProfilePublished published =
                json.readValue(Contracts.sampleWithUnknownFields("partner.profile.v1"), ProfilePublished.class);

        assertThat(published.toProfile())
                .isEqualTo(new PartnerProfile(
                        new PartnerId("01K1A7Q2M8V4R6T9W3X5Y7Z0BC"),
                        new TierHistory(List.of(
                                new TierPeriod(Tier.REFERRAL_NETWORK, null),
                                new TierPeriod(Tier.ACTIVE, LocalDate.parse("2026-02-01")))),
                        PartnershipModel.REFERRAL,
                        6,
                        new Addressee("Harbour Pine Advisory", Locale.ENGLISH),
                        Set.of("harbourpine.example")));
    }
}
