package io.entente.partner.onboarding;

import io.entente.partner.onboarding.policy.OnboardingPolicy;
import io.entente.partner.partnership.Partners;
import io.entente.platform.domain.policy.PolicyVersions;
import io.entente.platform.runtime.PolicyFiles;
import io.entente.platform.runtime.schedule.Sweep;
import io.entente.platform.runtime.schedule.Sweeps;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
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
    PolicyVersions<OnboardingPolicy> onboardingPolicies(
            ObjectMapper json,
            @Value("${entente.partner.onboarding-policies:classpath:policy/onboarding-policies.json}") Resource file)
            throws IOException {
        return PolicyFiles.read("checklists", json, file, OnboardingPolicy[].class);
    }

    @Bean
    ManageOnboarding manageOnboarding(
            Onboardings onboardings,
            Partners partners,
            PolicyVersions<OnboardingPolicy> policies,
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
