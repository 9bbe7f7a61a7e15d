package io.entente.commission.statements.mongo;

import io.entente.commission.ledger.Ledger;
import io.entente.commission.statements.DrawUpStatements;
import io.entente.commission.statements.FinalizeStatements;
import io.entente.commission.statements.IssueStatements;
import io.entente.commission.statements.ReferralsReceived;
import io.entente.commission.statements.StatementPolicies;
import io.entente.commission.statements.StatementPolicy;
import io.entente.commission.statements.Statements;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import tools.jackson.databind.ObjectMapper;

/** Puts together what draws up, issues and finalizes statements. */
@Configuration(proxyBeanMethods = false)
class StatementsConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(StatementsConfiguration.class);

    /** The program's terms are policy, not code: a file that an installation can replace. */
    @Bean
    StatementPolicies statementPolicies(
            ObjectMapper json,
            @Value("${entente.commission.statement-policies:classpath:policy/statement-policies.json}") Resource file)
            throws IOException {
        try (InputStream content = file.getInputStream()) {
            return new StatementPolicies(List.of(json.readValue(content, StatementPolicy[].class)));
        }
    }

    @Bean
    DrawUpStatements drawUpStatements(
            Ledger ledger, ReferralsReceived referrals, @Value("${entente.program.time-zone:UTC}") ZoneId zone) {
        return new DrawUpStatements(ledger, referrals, zone);
    }

    @Bean
    IssueStatements issueStatements(
            DrawUpStatements drawUp,
            Statements statements,
            StatementPolicies policies,
            @Value("${entente.program.time-zone:UTC}") ZoneId zone,
            @Value("${entente.commission.statement-settling:5m}") Duration settling,
            Clock clock) {
        return new IssueStatements(drawUp, statements, policies, zone, settling, clock);
    }

    @Bean
    FinalizeStatements finalizeStatements(Statements statements, Clock clock) {
        return new FinalizeStatements(statements, clock);
    }

    @Bean
    SmartLifecycle statementSweep(
            FinalizeStatements finalize,
            @Value("${entente.commission.statement-sweep-interval:1m}") Duration interval) {
        return new Sweep(finalize, interval);
    }

    private static final class Sweep implements SmartLifecycle {
        private final FinalizeStatements finalize;
        private final Duration interval;
        private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "statement-sweep");
            thread.setDaemon(true);
            return thread;
        });
        private volatile boolean running;

        Sweep(FinalizeStatements finalize, Duration interval) {
            this.finalize = finalize;
            this.interval = interval;
        }

        @Override
        public void start() {
            Future<?> unused = timer.scheduleWithFixedDelay(
                    this::sweep, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
            running = true;
        }

        private void sweep() {
            try {
                finalize.sweep();
            } catch (RuntimeException failure) {
                LOG.warn("Statements not finalized, the next try is in {}: {}", interval, failure.toString());
            }
        }

        @Override
        public void stop() {
            timer.shutdownNow();
            running = false;
        }

        @Override
        public boolean isRunning() {
            return running;
        }
    }
}
