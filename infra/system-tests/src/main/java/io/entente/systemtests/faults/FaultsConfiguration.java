package io.entente.systemtests.faults;

import io.entente.platform.events.outbox.OutboxStore;
import io.entente.platform.events.outbox.RecordPublisher;
import java.nio.file.Path;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/**
 * Puts a {@link Fault} around the outbox's two ports, and around those that a claim on a client writes through, when {@code entente.fault.point} asks for one. Boot finds this in the
 * directory that {@code loader.path} adds to a service's class path; the service itself knows nothing of it.
 */
@AutoConfiguration
@ConditionalOnProperty("entente.fault.point")
public class FaultsConfiguration {

    @Bean
    static BeanPostProcessor faults(Environment environment) {
        Fault fault = new Fault(
                environment.getRequiredProperty("entente.fault.point", FaultPoint.class),
                environment.getRequiredProperty("entente.fault.passage", Integer.class),
                Path.of(environment.getRequiredProperty("entente.fault.marker")));
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                if (bean instanceof RecordPublisher publisher) {
                    return new FaultyPublisher(publisher, fault);
                }
                if (bean instanceof OutboxStore store) {
                    return new FaultyOutboxStore(store, fault);
                }
                return FaultyPort.isOne(bean) ? FaultyPort.around(bean, fault) : bean;
            }
        };
    }
}
