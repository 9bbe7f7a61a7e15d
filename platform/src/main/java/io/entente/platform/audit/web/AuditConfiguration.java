package io.entente.platform.audit.web;

import io.entente.platform.audit.AuditJournal;
import io.entente.platform.audit.AuditLog;
import io.entente.platform.audit.AuditTrail;
import io.entente.platform.audit.AuditVerifier;
import io.entente.platform.audit.journal.FileJournal;
import io.entente.platform.audit.mongo.MongoAuditLog;
import io.entente.platform.domain.DerivedId;
import io.entente.platform.domain.IdGenerator;
import io.entente.platform.runtime.schedule.Sweep;
import io.entente.platform.runtime.schedule.Sweeps;
import io.entente.platform.security.web.SignInConfiguration;
import io.entente.platform.web.access.ActorSource;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Gives each service its audit log. */
@AutoConfiguration(after = SignInConfiguration.class)
@ConditionalOnBean(ActorSource.class)
@EnableConfigurationProperties(AuditProperties.class)
public class AuditConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(AuditConfiguration.class);
    private static final Duration HEAD_INTERVAL = Duration.ofHours(1);
    /** After the check of who may call a handler. */
    private static final int AFTER_ACCESS_CHECK = Ordered.HIGHEST_PRECEDENCE + 1;

    @Bean
    AuditLog auditLog(MongoOperations mongo) {
        return new MongoAuditLog(mongo);
    }

    /** Each database has a directory of its own, so services and tests on one machine don't read each other's entries. */
    @Bean
    AuditJournal auditJournal(
            AuditProperties properties,
            MongoDatabaseFactory databases,
            @Value("${spring.mongodb.uri:}") String address) {
        Path directory = properties.journal();
        if (directory == null || directory.toString().isBlank()) {
            return AuditJournal.NONE;
        }
        String database = databases.getMongoDatabase().getName();
        return FileJournal.in(directory.resolve(DerivedId.of(database, address)));
    }

    @Bean
    AuditTrail auditTrail(
            AuditLog auditLog, AuditJournal auditJournal, IdGenerator ids, Clock clock, MeterRegistry metrics) {
        AuditTrail trail = new AuditTrail(auditLog, auditJournal, ids, clock);
        Gauge.builder("entente.audit.waiting", trail, AuditTrail::waiting)
                .description("Entries of the audit log that wait for the store")
                .register(metrics);
        FunctionCounter.builder("entente.audit.left.out", trail, AuditTrail::leftOut)
                .description("Refused attempts without an entry of their own, because too many came")
                .register(metrics);
        return trail;
    }

    @Bean
    Sweep auditSweep(Sweeps sweeps, AuditTrail trail, AuditProperties properties) {
        return sweeps.atStartAndEvery(properties.flushInterval(), "audit", trail::flush);
    }

    /** Whoever keeps the service's log has a hash that shows later whether the audit log was cut or made anew. */
    @Bean
    Sweep auditHeadSweep(Sweeps sweeps, AuditLog auditLog) {
        return sweeps.every(HEAD_INTERVAL, "audit-head", () -> auditLog.last()
                .ifPresent(
                        last -> LOG.info("The audit log ends with entry {}, hash {}", last.sequence(), last.hash())));
    }

    @Bean
    Routes auditRoutes(ListableBeanFactory beans) {
        return new Routes(beans);
    }

    @Bean
    AuditFilter auditFilter(AuditTrail trail, IdGenerator ids, Clock clock, MeterRegistry metrics, Routes auditRoutes) {
        return new AuditFilter(trail, ids, clock, metrics, auditRoutes);
    }

    @Bean
    RecordedReads recordedReads() {
        return new RecordedReads();
    }

    @Bean
    AuditController auditController(AuditLog auditLog, AuditJournal auditJournal, AuditTrail trail) {
        return new AuditController(auditLog, trail, new AuditVerifier(auditLog, auditJournal));
    }

    @Bean
    WebMvcConfigurer auditOfCommands(AuditTrail trail, IdGenerator ids, Clock clock, Routes auditRoutes) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new CommandsBegin(trail, ids, clock, auditRoutes))
                        .order(AFTER_ACCESS_CHECK);
            }
        };
    }
}
