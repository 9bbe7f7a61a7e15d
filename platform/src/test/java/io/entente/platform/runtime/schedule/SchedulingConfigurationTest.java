package io.entente.platform.runtime.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

class SchedulingConfigurationTest {

    private static final long PATIENCE_SECONDS = 10;

    private final List<String> stopped = new CopyOnWriteArrayList<>();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch finish = new CountDownLatch(1);
    private final AtomicReference<Thread> thread = new AtomicReference<>();

    private final ApplicationContextRunner service = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(SchedulingConfiguration.class))
            .withBean(MeterRegistry.class, SimpleMeterRegistry::new)
            .withPropertyValues("spring.application.name=test-service", "entente.scheduling.threads=2");

    @Test
    void the_pool_is_bounded_and_its_threads_are_named_and_do_not_keep_the_process_alive() {
        withSweep().run(context -> {
            assertThat(begun.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
            finish.countDown();

            assertThat(thread.get().getName()).startsWith("test-service-scheduler-");
            assertThat(thread.get().isDaemon()).isTrue();
            ThreadPoolTaskScheduler scheduler = context.getBean(ThreadPoolTaskScheduler.class);
            assertThat(scheduler.getScheduledThreadPoolExecutor().getCorePoolSize())
                    .isEqualTo(2);
        });
    }

    @Test
    void a_run_in_progress_ends_after_the_web_server_and_the_consumers_and_before_the_relay() {
        withSweep()
                .withBean("webServer", SmartLifecycle.class, () -> noting("web server", SmartLifecycle.DEFAULT_PHASE))
                .withBean("relay", SmartLifecycle.class, () -> noting("relay", Integer.MIN_VALUE + 1_000))
                .run(context -> assertThat(begun.await(PATIENCE_SECONDS, TimeUnit.SECONDS))
                        .isTrue());

        assertThat(stopped).containsExactly("web server", "sweep", "relay");
    }

    private ApplicationContextRunner withSweep() {
        return service.withInitializer(
                context -> ((GenericApplicationContext) context).registerBean(Sweep.class, () -> sweep(context)));
    }

    private Sweep sweep(BeanFactory beans) {
        return beans.getBean(Sweeps.class).atStartAndEvery(Duration.ofHours(1), "test", () -> {
            thread.set(Thread.currentThread());
            begun.countDown();
            try {
                if (finish.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                    stopped.add("sweep");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** Lets the run in progress end when it is stopped itself. */
    private SmartLifecycle noting(String name, int phase) {
        return new SmartLifecycle() {
            private volatile boolean running;

            @Override
            public void start() {
                running = true;
            }

            @Override
            public void stop() {
                stopped.add(name);
                finish.countDown();
                running = false;
            }

            @Override
            public boolean isRunning() {
                return running;
            }

            @Override
            public int getPhase() {
                return phase;
            }
        };
    }
}
