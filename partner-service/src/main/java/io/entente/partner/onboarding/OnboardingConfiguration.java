package io.entente.partner.onboarding;

import io.entente.partner.onboarding.policy.OnboardingPolicies;
import io.entente.partner.onboarding.policy.OnboardingPolicy;
import io.entente.partner.partnership.Partners;
import io.entente.platform.runtime.schedule.Sweep;
import io.entente.platform.runtime.schedule.Sweeps;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import tools.jackson.databind.ObjectMapper;

/** Wires onboarding. */
@Configuration(proxyBeanMethods = false)
class OnboardingConfiguration {

    /** The checklists are policy, not code: a file that an installation can replace. */
    @Bean
    OnboardingPolicies onboardingPolicies(
            ObjectMapper json,
            @Value("${entente.partner.onboarding-policies:classpath:policy/onboarding-policies.json}") Resource file)
            throws IOException {
        try (InputStream content = file.getInputStream()) {
            return new OnboardingPolicies(List.of(json.readValue(content, OnboardingPolicy[].class)));
        }
    }

    @Bean
    ManageOnboarding manageOnboarding(
            Onboardings onboardings,
            Partners partners,
            OnboardingPolicies policies,
            @Value("${entente.program.time-zone:UTC}") ZoneId zone,
            Clock clock) {
        return new ManageOnboarding(onboardings, partners, policies, zone, clock);
    }

    @Bean
    RemindOfSteps remindOfSteps(
            Onboardings onboardings, @Value("${entente.program.time-zone:UTC}") ZoneId zone, Clock clock) {
        return new RemindOfSteps(onboardings, zone, clock);
    }

    /** Due dates are days, so a reminder may come some minutes after midnight. */
    @Bean
    Sweep onboardingSweep(
            Sweeps sweeps,
            RemindOfSteps remind,
            @Value("${entente.partner.onboarding-interval:PT1M}") Duration interval) {
        return sweeps.atStartAndEvery(interval, "onboarding", remind::run);
    }
}
