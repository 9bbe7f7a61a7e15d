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
 * The services, each in its own Spring context and threads. A thread inherits the name of its service from the thread that
 * created it, so every line of the log shows its service.
 */
final class RunningServices implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RunningServices.class);

    /** The services' part of the 15 s within which the sandbox stops. The broker needs the rest. */
    private static final int CLOSE_PATIENCE_SECONDS = 9;

    private final Map<SandboxService, ConfigurableApplicationContext> running = new ConcurrentHashMap<>();

    /** Starts all services at the same time, and returns when all of them accept requests. */
    void start(ServiceSettings settings) {
        List<CompletableFuture<Void>> starts = SandboxService.ALL.stream()
                .map(service -> inThreadOf(service, "start", () -> start(service, settings)))
                .toList();
        // The first failure ends the wait, because the other services may wait for the failed one.
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

    /** Closes all services at the same time. Consumers leave their groups and outboxes drain while broker and store still run. */
    @Override
    public void close() throws InterruptedException {
        List<CompletableFuture<Void>> stops = new ArrayList<>();
        running.forEach((service, context) -> stops.add(inThreadOf(service, "stop", context::close)));
        try {
            CompletableFuture.allOf(stops.toArray(CompletableFuture[]::new))
                    .get(CLOSE_PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            LOG.warn("A service did not stop within {} s, and the sandbox ends without it", CLOSE_PATIENCE_SECONDS);
        } catch (java.util.concurrent.ExecutionException e) {
            throw new CompletionException(e.getCause());
        }
    }

    private static CompletableFuture<Void> inThreadOf(SandboxService service, String verb, Runnable action) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        String name = service.serviceName();
        Runnable task = () -> {
            ServiceName.set(name);
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
