package io.entente.partner;

import io.entente.platform.runtime.EntenteService;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** Starts the partner service. */
@SpringBootApplication(proxyBeanMethods = false)
public class PartnerServiceApplication {

    public static void main(String[] args) {
        service().run(args);
    }

    /** The service, ready to run. The sandbox runs it together with the others. */
    public static SpringApplicationBuilder service() {
        return EntenteService.named("partner-service", PartnerServiceApplication.class);
    }
}
