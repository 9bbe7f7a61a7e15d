package io.entente.partner.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.partner.programhealth.HealthPolicy;
import io.entente.partner.reciprocity.ReciprocityPolicy;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The policies that are shipped have the figures of the program guide. */
class ShippedPoliciesTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void the_program_is_healthy_at_five_to_one_and_the_top_three_are_shown() throws IOException {
        HealthPolicy policy = read("health-policies.json", HealthPolicy[].class)[0];

        assertThat(policy.healthyReturn()).isEqualByComparingTo("5");
        assertThat(policy.topPartners()).isEqualTo(3);
    }

    @Test
    void one_sided_flow_is_noticed_within_eighteen_months_and_the_top_three_usually_bring_seventy_per_cent()
            throws IOException {
        AlertPolicy policy = read("alert-policies.json", AlertPolicy[].class)[0];

        assertThat(policy.oneSidedFlow().months()).isEqualTo(18);
        assertThat(policy.concentration().partners()).isEqualTo(3);
        assertThat(policy.concentration().share()).isEqualByComparingTo("70");
    }

    @Test
    void a_referral_is_due_before_the_flow_is_one_sided() throws IOException {
        ReciprocityPolicy policy = read("reciprocity-policies.json", ReciprocityPolicy[].class)[0];

        assertThat(policy.returnWithinDays()).isBetween(1, 18 * 30);
    }

    private static <T> T read(String file, Class<T> type) throws IOException {
        try (InputStream content = ShippedPoliciesTest.class.getResourceAsStream("/policy/" + file)) {
            return JSON.readValue(content, type);
        }
    }
}
