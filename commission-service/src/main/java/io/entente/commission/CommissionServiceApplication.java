package io.entente.commission;

import io.entente.platform.runtime.EntenteService;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** The commission service. */
@SpringBootApplication(proxyBeanMethods = false)
public class CommissionServiceApplication {

    public static void main(String[] args) {
        service().run(args);
    }

    /** The service, ready to run; the sandbox runs it beside the others. */
    public static SpringApplicationBuilder service() {
        return EntenteService.named("commission-service", CommissionServiceApplication.class);
    }
}
