package io.entente.partner.onboarding.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entente.partner.onboarding.policy.OnboardingPolicy.Addition;
import io.entente.partner.onboarding.policy.StepTemplate.Trigger;
import io.entente.partner.partnership.PartnershipModel;
import io.entente.platform.domain.policy.PolicyVersions;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class OnboardingPolicyTest {

    private static final LocalDate DAY = LocalDate.of(2026, 2, 1);

    @Test
    void the_checklists_of_the_program_have_titles_in_six_languages_and_the_steps_of_the_guide() throws IOException {
        OnboardingPolicy policy = delivered().on(LocalDate.of(2026, 11, 29));
        for (PartnershipModel model : PartnershipModel.values()) {
            assertThat(policy.checklist(model))
                    .allSatisfy(step -> assertThat(step.titles()).containsOnlyKeys("en", "ms", "de", "ja", "es", "pt"));
        }
        assertThat(policy.checklist(PartnershipModel.REFERRAL))
                .extracting(StepTemplate::code)
                .containsExactly(
                        "learn-each-other",
                        "share-material",
                        "meet-the-team",
                        "referral-process",
                        "first-referral",
                        "tell-clients");
        assertThat(policy.checklist(PartnershipModel.ALLIANCE))
                .extracting(StepTemplate::code)
                .endsWith("tell-clients", "delivery-standards");
        assertThat(policy.checklist(PartnershipModel.CHANNEL))
                .extracting(StepTemplate::code)
                .contains("product-training");
    }

    @Test
    void the_version_of_a_day_is_the_last_one_that_began_by_then() {
        PolicyVersions<OnboardingPolicy> policies = new PolicyVersions<>(
                "checklists", List.of(policy(2, DAY.plusDays(30), step("b", true)), policy(1, DAY, step("a", true))));
        assertThat(policies.on(DAY.plusDays(29)).version()).isEqualTo(1);
        assertThat(policies.on(DAY.plusDays(30)).version()).isEqualTo(2);
        assertThatThrownBy(() -> policies.on(DAY.minusDays(1))).hasMessageContaining("2026-01-31");
    }

    @Test
    void a_checklist_that_would_never_activate_a_partner_is_refused() {
        assertThatThrownBy(() -> policy(1, DAY, step("a", false))).hasMessageContaining("requires nothing of REFERRAL");
        assertThatThrownBy(() -> new StepTemplate(
                        "first", "partner", 9, true, false, Trigger.FIRST_REFERRAL, Map.of("en", "First")))
                .hasMessageContaining("only an active partner");
        assertThatThrownBy(() -> new OnboardingPolicy(
                        1,
                        DAY,
                        List.of(step("a", true)),
                        List.of(new Addition(Set.of(PartnershipModel.CHANNEL), List.of(step("a", true))))))
                .hasMessageContaining("two steps a for CHANNEL");
        assertThatThrownBy(() -> new StepTemplate("a", "partner", 1, true, false, null, Map.of("de", "A")))
                .hasMessageContaining("English");
    }

    private static PolicyVersions<OnboardingPolicy> delivered() throws IOException {
        try (InputStream file = Objects.requireNonNull(
                OnboardingPolicyTest.class.getResourceAsStream("/policy/onboarding-policies.json"))) {
            return new PolicyVersions<>(
                    "checklists", List.of(JsonMapper.builder().build().readValue(file, OnboardingPolicy[].class)));
        }
    }

    private static OnboardingPolicy policy(int version, LocalDate from, StepTemplate... steps) {
        return new OnboardingPolicy(version, from, List.of(steps), List.of());
    }

    private static StepTemplate step(String code, boolean required) {
        return new StepTemplate(code, "partner", 5, required, false, null, Map.of("en", code));
    }
}
