package io.entente.referral;

import io.entente.platform.runtime.EntenteService;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** The referral service. */
@SpringBootApplication(proxyBeanMethods = false)
public class ReferralServiceApplication {

    public static void main(String[] args) {
        service().run(args);
    }

    /** The service, ready to run; the sandbox runs it beside the others. */
    public static SpringApplicationBuilder service() {
        return EntenteService.named("referral-service", ReferralServiceApplication.class);
    }
}
