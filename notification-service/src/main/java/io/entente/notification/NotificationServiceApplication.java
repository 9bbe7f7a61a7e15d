package io.entente.notification;

import io.entente.platform.runtime.EntenteService;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** Starts the notification service. */
@SpringBootApplication(proxyBeanMethods = false)
public class NotificationServiceApplication {

    public static void main(String[] args) {
        service().run(args);
    }

    /** The service, ready to run. The sandbox runs it together with the others. */
    public static SpringApplicationBuilder service() {
        return EntenteService.named("notification-service", NotificationServiceApplication.class);
    }
}
