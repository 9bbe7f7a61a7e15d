package io.entente.referral.attribution;

import io.entente.referral.ReferralServiceApplication;
import io.entente.referral.partners.KnownPartner;
import io.entente.referral.partners.KnownPartners;
import io.entente.referral.partners.Tier;
import io.entente.testkit.MovableClock;
import io.entente.testkit.RunningService;
import java.time.Clock;
import org.springframework.context.support.GenericApplicationContext;

/** The service with a clock that a test moves, with frequent sweeps of claims, and with some active partners. */
final class AttributingService {

    private AttributingService() {}

    /**
     * Starts the service.
     *
     * @param partners how many partners it knows: {@code par_0}, {@code par_1} and so on
     */
    static RunningService start(MovableClock clock, int partners) {
        RunningService service = RunningService.start(
                ReferralServiceApplication.service().initializers(context -> ((GenericApplicationContext) context)
                        .registerBean("clock", Clock.class, () -> clock)),
                "--entente.referral.attribution.sweep-interval=100ms");
        KnownPartners known = service.context().getBean(KnownPartners.class);
        for (int i = 0; i < partners; i++) {
            known.keep(new KnownPartner("par_" + i, "Partner " + i, "ACTIVE", Tier.ACTIVE, "REFERRAL", "MY", 1));
        }
        return service;
    }
}
