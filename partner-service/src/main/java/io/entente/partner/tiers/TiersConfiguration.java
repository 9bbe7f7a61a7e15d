package io.entente.partner.tiers;

import io.entente.partner.partnership.PartnerCommandHandler;
import io.entente.partner.partnership.Partners;
import io.entente.partner.performance.PartnerFacts;
import io.entente.partner.tiers.policy.TierPolicy;
import io.entente.partner.tiers.review.DecideProposal;
import io.entente.partner.tiers.review.NightlyCheck;
import io.entente.partner.tiers.review.ReviewSchedule;
import io.entente.partner.tiers.review.ReviewTiers;
import io.entente.partner.tiers.review.TierReviews;
import io.entente.platform.domain.policy.PolicyVersions;
import io.entente.platform.runtime.PolicyFiles;
import io.entente.platform.runtime.schedule.Sweep;
import io.entente.platform.runtime.schedule.Sweeps;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import tools.jackson.databind.ObjectMapper;

/** Wires tiers. */
@Configuration(proxyBeanMethods = false)
class TiersConfiguration {

    /** The rules are policy, not code: a file that an installation can replace. */
    @Bean
    PolicyVersions<TierPolicy> tierPolicies(
            ObjectMapper json,
            @Value("${entente.partner.tier-policies:classpath:policy/tier-policies.json}") Resource file)
            throws IOException {
        return PolicyFiles.read("rules for tiers", json, file, TierPolicy[].class);
    }

    @Bean
    BeginTiers beginTiers(Partners partners, @Value("${entente.program.time-zone:UTC}") ZoneId zone, Clock clock) {
        return new BeginTiers(partners, zone, clock);
    }

    @Bean
    ReviewTiers reviewTiers(
            Partners partners,
            PartnerFacts facts,
            TierReviews reviews,
            ReviewSchedule schedule,
            PolicyVersions<TierPolicy> policies,
            List<NightlyCheck> checks,
            @Value("${entente.program.time-zone:UTC}") ZoneId zone,
            Clock clock) {
        return new ReviewTiers(partners, facts, reviews, schedule, policies, checks, zone, clock);
    }

    @Bean
    DecideProposal decideProposal(
            TierReviews reviews,
            Partners partners,
            PartnerCommandHandler commands,
            PolicyVersions<TierPolicy> policies,
            @Value("${entente.program.time-zone:UTC}") ZoneId zone,
            Clock clock) {
        return new DecideProposal(reviews, partners, commands, policies, zone, clock);
    }

    @Bean
    Sweep tierReviewsSweep(
            Sweeps sweeps,
            ReviewTiers review,
            @Value("${entente.partner.tier-reviews-interval:PT5M}") Duration interval) {
        return sweeps.atStartAndEvery(interval, "tier-reviews", review::run);
    }

    /** Deals are priced by the day and not by this sweep, so it may come some minutes after midnight. */
    @Bean
    Sweep tiersSweep(
            Sweeps sweeps, BeginTiers begin, @Value("${entente.partner.tiers-interval:PT1M}") Duration interval) {
        return sweeps.atStartAndEvery(interval, "tiers", begin::run);
    }
}
