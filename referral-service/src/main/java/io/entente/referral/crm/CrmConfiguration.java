package io.entente.referral.crm;

import io.entente.platform.runtime.schedule.Sweep;
import io.entente.platform.runtime.schedule.Sweeps;
import io.entente.referral.attribution.conflicts.ConflictCases;
import io.entente.referral.crm.waiting.WaitReason;
import io.entente.referral.deals.CloseDealHandler;
import io.entente.referral.deals.Deals;
import io.entente.referral.deals.correction.AmendDealHandler;
import io.entente.referral.intake.profiles.ImportProfiles;
import io.entente.referral.intake.rows.ImportedClients;
import io.entente.referral.referral.ReferralCommandHandler;
import io.entente.referral.referral.Referrals;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Configures the CRM feature. */
@Configuration(proxyBeanMethods = false)
class CrmConfiguration {

    private static final Duration COUNT_INTERVAL = Duration.ofMinutes(1);

    private static final Logger LOG = LoggerFactory.getLogger(CrmConfiguration.class);

    @Bean
    CrmSettings crmSettings(Environment environment) {
        return Binder.get(environment)
                .bind("entente.referral.crm", CrmSettings.class)
                .get();
    }

    @Bean
    FollowedDeals followedCrmDeals(
            CrmDeals deals,
            Referrals referrals,
            ReferralCommandHandler commands,
            RelatedDeals related,
            CloseDealHandler closing,
            ImportProfiles profiles,
            CrmSettings settings,
            Clock clock) {
        return new FollowedDeals(
                deals, profiles, new ReferralFollows(referrals, related, commands, closing, clock), settings);
    }

    @Bean
    RelatedDeals relatedCrmDeals(
            Referrals referrals,
            CrmDeals deals,
            Deals closed,
            ConflictCases conflicts,
            ImportedClients clients,
            CrmSettings settings,
            Clock clock) {
        return new RelatedDeals(referrals, deals, closed, conflicts, clients, settings.sameSaleDays(), clock);
    }

    @Bean
    CrmDealHandler crmDealHandler(
            CrmDeals deals,
            Referrals referrals,
            RelatedDeals related,
            FollowedDeals followed,
            CrmSettings settings,
            Clock clock) {
        return new CrmDealHandler(deals, new DealLinks(referrals, related, clock), followed, settings, clock);
    }

    @Bean
    WaitingDeals waitingCrmDeals(
            CrmDeals deals, Referrals referrals, FollowedDeals followed, CrmSettings settings, Clock clock) {
        return new WaitingDeals(deals, referrals, followed, settings, clock);
    }

    @Bean
    ResolveWaitHandler resolveWaitHandler(
            CrmDeals deals, FollowedDeals followed, AmendDealHandler corrections, Clock clock) {
        return new ResolveWaitHandler(deals, followed, corrections, clock);
    }

    /** Finds retries and notices that are due, and stages that a new version of a profile may know. */
    @Bean
    Sweep crmWaitingSweep(Sweeps sweeps, WaitingDeals waiting, CrmSettings settings) {
        return sweeps.atStartAndEvery(settings.sweepInterval(), "crm-waiting", waiting::sweep);
    }

    /** Counts {@code entente.crm.waiting} by reason. Each count is answered by an index and costs as much as waits. */
    @Bean
    Sweep crmWaitingCount(Sweeps sweeps, CrmDeals deals, MeterRegistry registry) {
        Map<WaitReason, AtomicLong> counts = new EnumMap<>(WaitReason.class);
        for (WaitReason reason : WaitReason.values()) {
            AtomicLong count = new AtomicLong();
            counts.put(reason, count);
            Gauge.builder("entente.crm.waiting", count, AtomicLong::get)
                    .description("Changes reported by CRMs that can't be applied yet, at the last count")
                    .tag("reason", reason.name())
                    .register(registry);
        }
        return sweeps.atStartAndEvery(COUNT_INTERVAL, "crm-waiting-count", () -> deals.countWaiting()
                .forEach((reason, count) ->
                        Objects.requireNonNull(counts.get(reason)).set(count)));
    }

    /** Also runs at the start of the service, because a crash may have interrupted a change. */
    @Bean
    Sweep crmDealSweep(Sweeps sweeps, CrmDealHandler deals, WaitingDeals waiting) {
        return sweeps.atStartAndEvery(Duration.ofHours(1), "crm-deals", () -> {
            long deleted = deals.deleteUnlinked();
            if (deleted > 0) {
                LOG.info("Deleted {} CRM deals that nobody linked in time", deleted);
            }
            waiting.followAll();
        });
    }
}
