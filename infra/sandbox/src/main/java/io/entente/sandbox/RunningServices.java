package io.entente.sandbox;

import io.entente.sandbox.logging.ServiceName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The services, each in a Spring context and threads of its own. A thread inherits the service's name from the thread that
 * made it, so the log can say of any line which service it is from.
 */
final class RunningServices implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RunningServices.class);

    /** Of the 15 s within which the sandbox is gone; the rest is the broker's. */
    private static final int CLOSE_PATIENCE_SECONDS = 9;

    private final Map<SandboxService, ConfigurableApplicationContext> running = new ConcurrentHashMap<>();

    /** Starts all at once and returns when all take requests. */
    void start(ServiceSettings settings) {
        List<CompletableFuture<Void>> starts = SandboxService.ALL.stream()
                .map(service -> inThreadOf(service, "start", () -> start(service, settings)))
                .toList();
        // The first failure ends the wait: the others may wait for one that will never come.
        CompletableFuture<Void> all = CompletableFuture.allOf(starts.toArray(CompletableFuture[]::new));
        starts.forEach(start -> {
            CompletableFuture<Void> unused = start.whenComplete((done, failure) -> {
                if (failure != null) {
                    all.completeExceptionally(failure);
                }
            });
        });
        all.join();
    }

    private void start(SandboxService service, ServiceSettings settings) {
        ConfigurableApplicationContext context =
                service.application().get().registerShutdownHook(false).run(settings.of(service));
        running.put(service, context);
    }

    /** Closes all at once: consumers leave their groups and outboxes drain while broker and store are still there. */
    @Override
    public void close() throws InterruptedException {
        List<CompletableFuture<Void>> stops = new ArrayList<>();
        running.forEach((service, context) -> stops.add(inThreadOf(service, "stop", context::close)));
        try {
            CompletableFuture.allOf(stops.toArray(CompletableFuture[]::new))
                    .get(CLOSE_PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            LOG.warn("A service took longer than {} s to stop and was left behind", CLOSE_PATIENCE_SECONDS);
        } catch (java.util.concurrent.ExecutionException e) {
            throw new CompletionException(e.getCause());
        }
    }

    private static CompletableFuture<Void> inThreadOf(SandboxService service, String verb, Runnable action) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        String name = service.serviceName();
        Runnable task = () -> {
            ServiceName.becomes(name);
            try {
                action.run();
                done.complete(null);
            } catch (Throwable e) {
                done.completeExceptionally(e);
            }
        };
        Thread thread = new Thread(task, verb + "-" + name);
        thread.setDaemon(true);
        thread.start();
        return done;
    }
}
