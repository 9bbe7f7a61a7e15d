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
 * Puts a {@link Fault} around the outbox's two ports and around the ports through which a claim on a client is written, if
 * {@code entente.fault.point} names a point. Boot finds this class in the directory that the tests add to a service's class path. The
 * service itself doesn't know of it.
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
