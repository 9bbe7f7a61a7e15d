package io.entente.notification;

import io.entente.platform.runtime.EntenteService;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** The notification service. */
@SpringBootApplication(proxyBeanMethods = false)
public class NotificationServiceApplication {

    public static void main(String[] args) {
        service().run(args);
    }

    /** The service, ready to run; the sandbox runs it beside the others. */
    public static SpringApplicationBuilder service() {
        return EntenteService.named("notification-service", NotificationServiceApplication.class);
    }
}
