package io.entente.sandbox;

import io.entente.commission.CommissionServiceApplication;
import io.entente.notification.NotificationServiceApplication;
import io.entente.partner.PartnerServiceApplication;
import io.entente.referral.ReferralServiceApplication;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.boot.builder.SpringApplicationBuilder;

/**
 * A service that the sandbox runs, in a Spring context of its own.
 *
 * @param serviceName as in {@code spring.application.name}: {@code partner-service}
 * @param database each service's documents are its own
 * @param port the one that the design gives it, unless the command line says otherwise
 * @param application makes it, ready to run
 */
record SandboxService(
        String serviceName, String database, SandboxPort port, Supplier<SpringApplicationBuilder> application) {

    static final SandboxService PARTNER = of("partner", 8081, PartnerServiceApplication::service);
    static final SandboxService REFERRAL = of("referral", 8082, ReferralServiceApplication::service);
    static final SandboxService COMMISSION = of("commission", 8083, CommissionServiceApplication::service);
    static final SandboxService NOTIFICATION = of("notification", 8084, NotificationServiceApplication::service);

    static final List<SandboxService> ALL = List.of(PARTNER, REFERRAL, COMMISSION, NOTIFICATION);

    private static SandboxService of(String context, int port, Supplier<SpringApplicationBuilder> application) {
        String name = context + "-service";
        return new SandboxService(name, context, new SandboxPort(context + "-port", port, name), application);
    }
}
