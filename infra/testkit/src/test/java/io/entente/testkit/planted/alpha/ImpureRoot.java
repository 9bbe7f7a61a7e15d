package io.entente.testkit.planted.alpha;

import io.entente.platform.events.envelope.EventEnvelope;
import io.entente.platform.web.ConflictException;
import io.entente.testkit.planted.beta.PartnerHelper;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Breaks the rules for a feature's root, forms a cycle with another feature, and uses the machine's clock and own threads. */
@Component
public record ImpureRoot(MongoTemplate mongo, JsonMapper json, EventEnvelope event, PartnerHelper other) {

    public Instant time() {
        return Instant.now();
    }

    public LocalDate day() {
        return LocalDate.now(Clock.systemUTC());
    }

    public LocalDate today() {
        return LocalDate.now();
    }

    public long elapsed() {
        return System.nanoTime() - System.currentTimeMillis();
    }

    public void pause() throws InterruptedException {
        LockSupport.parkNanos(1);
        Thread.onSpinWait();
        new CountDownLatch(1).await();
        Thread.sleep(1);
    }

    public ExecutorService threads() {
        new Thread(this::time).start();
        return Executors.newSingleThreadExecutor();
    }

    public void refuse(ConflictException refusal) {
        throw refusal;
    }
}
