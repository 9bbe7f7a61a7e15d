package io.entente.sandbox;

import io.entente.commission.CommissionServiceApplication;
import io.entente.notification.NotificationServiceApplication;
import io.entente.partner.PartnerServiceApplication;
import io.entente.referral.ReferralServiceApplication;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.boot.builder.SpringApplicationBuilder;

/**
 * A service that the sandbox runs in its own Spring context.
 *
 * @param serviceName its {@code spring.application.name}, such as {@code partner-service}
 * @param database the name of its database
 * @param port its port, with the default of the design
 * @param application creates the service, ready to run
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
