package io.entente.referral.sla;

import io.entente.referral.ReferralServiceApplication;
import io.entente.referral.partners.KnownPartner;
import io.entente.referral.partners.KnownPartners;
import io.entente.referral.partners.Tier;
import io.entente.servers.TestServers;
import io.entente.servers.TestServers.Isolated;
import io.entente.testkit.Answer;
import io.entente.testkit.MovableClock;
import io.entente.testkit.RunningService;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;

/** A referral service whose clock the test can move. */
final class ClockedService {

    private static final AtomicInteger CLIENTS = new AtomicInteger();

    private ClockedService() {}

    static Isolated servers() {
        return TestServers.isolated();
    }

    static RunningService start(Isolated servers, MovableClock clock, String... arguments) {
        ApplicationContextInitializer<GenericApplicationContext> itsClock =
                context -> context.registerBean("clock", Clock.class, () -> clock);
        RunningService service = RunningService.start(
                servers,
                ReferralServiceApplication.service().initializers(itsClock),
                Stream.concat(Stream.of("--entente.referral.policy.profile-patience=1s"), Stream.of(arguments))
                        .toArray(String[]::new));
        KnownPartners partners = service.context().getBean(KnownPartners.class);
        for (Tier tier : Tier.values()) {
            partners.keep(new KnownPartner(partner(tier), "Partner " + tier, "ACTIVE", tier, "REFERRAL", "MY", 1));
        }
        return service;
    }

    static String partner(Tier tier) {
        return "par_" + tier;
    }

    static String submit(RunningService service, Tier tier, String direction) {
        return submitFor(service, partner(tier), direction);
    }

    static String submitFor(RunningService service, String partner, String direction) {
        int client = CLIENTS.incrementAndGet();
        Answer submitted = service.post(
                "/api/referrals",
                """
                {"partnerId":"%s","direction":"%s","client":{"organisation":"Client %d","domain":"client-%d.example",
                 "country":"MY","contactName":"Aisyah Secret","contactPhone":"+60 12 345"},"service":"Data platform"}"""
                        .formatted(partner, direction, client, client));
        if (submitted.status() != 201) {
            throw new AssertionError(submitted.body());
        }
        return submitted.json().path("id").asString();
    }

    static List<String> submit(RunningService service, int count) {
        return Stream.generate(() -> submit(service, Tier.ACTIVE, "INBOUND"))
                .limit(count)
                .toList();
    }
}
