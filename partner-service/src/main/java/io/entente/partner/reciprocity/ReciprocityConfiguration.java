package io.entente.partner.reciprocity;

import io.entente.partner.partnership.Partners;
import io.entente.partner.performance.PartnerFacts;
import io.entente.partner.scorecards.Scorecards;
import io.entente.platform.domain.policy.PolicyVersions;
import io.entente.platform.runtime.PolicyFiles;
import java.io.IOException;
import java.time.Clock;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.Resource;
import tools.jackson.databind.ObjectMapper;

/** Wires reciprocity. */
@Configuration(proxyBeanMethods = false)
class ReciprocityConfiguration {

    /** The rules are policy, not code: a file that an installation can replace. */
    @Bean
    PolicyVersions<ReciprocityPolicy> reciprocityPolicies(
            ObjectMapper json,
            @Value("${entente.partner.reciprocity-policies:classpath:policy/reciprocity-policies.json}") Resource file)
            throws IOException {
        return PolicyFiles.read("rules for reciprocity", json, file, ReciprocityPolicy[].class);
    }

    /** It reads scorecards, so it hears of changes after them. */
    @Bean
    @Order(0)
    ComputeReciprocity computeReciprocity(
            PartnerFacts facts,
            Scorecards scorecards,
            ReciprocityBalances balances,
            PolicyVersions<ReciprocityPolicy> policies) {
        return new ComputeReciprocity(facts, scorecards, balances, policies);
    }

    @Bean
    ReciprocityLedger reciprocityLedger(
            PartnerFacts facts, ReciprocityBalances balances, PolicyVersions<ReciprocityPolicy> policies) {
        return new ReciprocityLedger(facts, balances, policies);
    }

    @Bean
    SuggestPartners suggestPartners(
            Partners partners,
            ReciprocityBalances balances,
            Scorecards scorecards,
            PolicyVersions<ReciprocityPolicy> policies,
            @Value("${entente.program.time-zone:UTC}") ZoneId zone,
            Clock clock) {
        return new SuggestPartners(partners, balances, scorecards, policies, zone, clock);
    }
}
