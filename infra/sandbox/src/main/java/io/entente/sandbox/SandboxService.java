package io.entente.sandbox;

import io.entente.commission.CommissionServiceApplication;
import io.entente.notification.NotificationServiceApplication;
import io.entente.partner.PartnerServiceApplication;
import io.entente.referral.ReferralServiceApplication;
import java.util.function.Supplier;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** The services that the sandbox runs, each in a Spring context of its own on the port that the design gives it. */
enum SandboxService {
    PARTNER("partner", 8081, PartnerServiceApplication::service),
    REFERRAL("referral", 8082, ReferralServiceApplication::service),
    COMMISSION("commission", 8083, CommissionServiceApplication::service),
    NOTIFICATION("notification", 8084, NotificationServiceApplication::service);

    private final String context;
    private final SandboxPort port;
    private final Supplier<SpringApplicationBuilder> application;

    SandboxService(String context, int standardPort, Supplier<SpringApplicationBuilder> application) {
        this.context = context;
        this.port = new SandboxPort(context + "-port", standardPort, context + "-service");
        this.application = application;
    }

    /** As in {@code spring.application.name}: {@code partner-service}. */
    String serviceName() {
        return context + "-service";
    }

    /** Each service's documents are its own. */
    String database() {
        return context;
    }

    SandboxPort port() {
        return port;
    }

    SpringApplicationBuilder application() {
        return application.get();
    }
}
