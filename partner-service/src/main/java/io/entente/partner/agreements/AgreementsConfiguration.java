package io.entente.partner.agreements;

import io.entente.partner.agreements.plans.KnownPlans;
import io.entente.partner.agreements.policy.AgreementPolicy;
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

/** Wires agreements. */
@Configuration(proxyBeanMethods = false)
class AgreementsConfiguration {

    /** The rules are policy, not code: a file that an installation can replace. */
    @Bean
    PolicyVersions<AgreementPolicy> agreementPolicies(
            ObjectMapper json,
            @Value("${entente.partner.agreement-policies:classpath:policy/agreement-policies.json}") Resource file)
            throws IOException {
        return PolicyFiles.read("rules for agreements", json, file, AgreementPolicy[].class);
    }

    @Bean
    ManageAgreements manageAgreements(
            Agreements agreements,
            Partners partners,
            PolicyVersions<AgreementPolicy> policies,
            KnownPlans plans,
            AgreementDocuments documents,
            @Value("${entente.program.time-zone:UTC}") ZoneId zone,
            Clock clock) {
        return new ManageAgreements(agreements, partners, policies, plans, documents, zone, clock);
    }

    @Bean
    CompareAgreements compareAgreements(
            Agreements agreements,
            Partners partners,
            KnownPlans plans,
            @Value("${entente.program.time-zone:UTC}") ZoneId zone,
            Clock clock) {
        return new CompareAgreements(agreements, partners, plans, zone, clock);
    }

    @Bean
    Sweep agreementComparisonsSweep(
            Sweeps sweeps,
            CompareAgreements compare,
            @Value("${entente.partner.agreements-interval:PT1M}") Duration interval) {
        return sweeps.atStartAndEvery(interval, "agreement-comparisons", compare::run);
    }

    @Bean
    AdvanceAgreements advanceAgreements(
            Agreements agreements,
            PolicyVersions<AgreementPolicy> policies,
            @Value("${entente.program.time-zone:UTC}") ZoneId zone,
            Clock clock) {
        return new AdvanceAgreements(agreements, policies, zone, clock);
    }

    /** Reminders and ends are counted in days, so they may come some minutes after midnight. */
    @Bean
    Sweep agreementsSweep(
            Sweeps sweeps,
            AdvanceAgreements advance,
            @Value("${entente.partner.agreements-interval:PT1M}") Duration interval) {
        return sweeps.atStartAndEvery(interval, "agreements", advance::run);
    }
}
