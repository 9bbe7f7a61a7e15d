package io.entente.referral.referral.submission;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.referral.partners.KnownPartner;
import io.entente.referral.partners.Tier;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SubmissionRefusalTest {

    @Test
    void whoever_submits_for_a_paused_partner_or_for_a_duplicate_hears_why_and_what_to_do() {
        assertThat(refusal(partner("PAUSED", "Two meetings were forgotten.", null)))
                .isEqualTo(
                        "is a partner that is PAUSED. New referrals are possible with an ACTIVE partner only, in both"
                                + " directions. The reason: Two meetings were forgotten.");
        assertThat(refusal(partner("INACTIVE", null, null)))
                .doesNotContain("reason")
                .contains("INACTIVE");
        assertThat(refusal(partner("INACTIVE", null, "par_7")))
                .isEqualTo("is a duplicate of the partner par_7. New referrals are for that one.");
        assertThat(SubmissionRules.refusal("par_9", Optional.empty())).startsWith("par_9 isn't a known partner");
    }

    private static String refusal(KnownPartner partner) {
        return SubmissionRules.refusal(partner.id(), Optional.of(partner));
    }

    private static KnownPartner partner(String status, @Nullable String reason, @Nullable String into) {
        return new KnownPartner(
                "par_8", "Quay", status, Tier.ACTIVE, "REFERRAL", "PT", "Europe/Lisbon", 3, Map.of(), reason, into);
    }
}
