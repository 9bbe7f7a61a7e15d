package io.entente.benchmarks.relay;

import static com.mongodb.client.model.Filters.exists;

import io.entente.benchmarks.Benchmark;
import io.entente.benchmarks.MarkdownTable;
import io.entente.benchmarks.Options;
import io.entente.benchmarks.Progress;
import io.entente.benchmarks.Sample;
import io.entente.benchmarks.Servers;
import io.entente.benchmarks.Servers.Part;
import io.entente.benchmarks.Stopwatch;
import io.entente.benchmarks.WarmUp;
import io.entente.platform.events.outbox.OutboxRelay;
import io.entente.platform.events.outbox.OutboxSweeper;
import io.entente.platform.runtime.EntenteService;
import io.entente.platform.runtime.schedule.Sweep;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.kafka.core.KafkaTemplate;

/**
 * Lets a service's own sweep and relay drain queued outboxes and measures the events per second. The ceiling is the slower of
 * the broker and the store when they do nothing but handle the same events.
 */
public final class RelayDrain implements Benchmark {

    private static final int TEMPLATES = 20_000;

    private final Options options;
    private final int[] sizes;
    private final MarkdownTable table =
            new MarkdownTable("store", "queued", "Kafka append/s", "unset/s", "drained/s", "of the slower ceiling");

    public RelayDrain(Options options) {
        this.options = options;
        this.sizes = options.quick() ? new int[] {2_000, 20_000} : new int[] {20_000, 200_000};
    }

    @Override
    public void measure(Servers servers) throws Exception {
        Part part = servers.part("relay");
        try (ConfigurableApplicationContext context = EntenteService.named("relay", RelayApplication.class)
                .run(part.arguments("relay", 0).toArray(String[]::new))) {
            Bench bench = new Bench(context, part);
            WarmUp.with("relay", options, () -> bench.round(sizes[0]));
            for (int size : sizes) {
                measure(bench, servers.store(), size);
            }
        }
    }

    private void measure(Bench bench, String store, int size) throws Exception {
        int rounds = options.rounds();
        double[] append = new double[rounds];
        double[] unset = new double[rounds];
        double[] drained = new double[rounds];
        double[] ratio = new double[rounds];
        for (int i = 0; i < rounds; i++) {
            Round round = bench.round(size);
            append[i] = round.append();
            unset[i] = round.unset();
            drained[i] = round.drained();
            ratio[i] = round.drained() / Math.min(round.append(), round.unset());
            Progress.say("relay, %s, %,d: %s", store, size, round);
        }
        table.row(
                store,
                "%,d".formatted(size),
                Sample.of(append).perSecond(),
                Sample.of(unset).perSecond(),
                Sample.of(drained).perSecond(),
                Sample.of(ratio).percent());
    }

    @Override
    public String report() {
        return "### Relay drain\n\n" + table.render();
    }

    private record Round(double append, double unset, double drained) {
        @Override
        public String toString() {
            return "append %,.0f/s, unset %,.0f/s, drained %,.0f/s".formatted(append, unset, drained);
        }
    }

    /** A running context and the two ceilings beside it. */
    private static final class Bench {
        private final QueuedOutboxes queued;
        private final Ceilings ceilings;
        private final OutboxSweeper sweeper;
        private final OutboxRelay relay;
        private final MongoTemplate mongo;
        private final MeterRegistry meters;

        @SuppressWarnings("unchecked") // the one template there is, of text and bytes
        Bench(ConfigurableApplicationContext context, Part part) {
            this.queued = new QueuedOutboxes(context);
            this.sweeper = context.getBean(OutboxSweeper.class);
            this.relay = context.getBean(OutboxRelay.class);
            this.mongo = context.getBean(MongoTemplate.class);
            this.meters = context.getBean(MeterRegistry.class);
            this.ceilings = new Ceilings(
                    context.getBean(KafkaTemplate.class),
                    mongo.getCollection(RelayApplication.COLLECTION),
                    part,
                    queued.documents(0, TEMPLATES));
            // The timer would start a sweep while documents are being queued; here each sweep is called explicitly.
            context.getBean("outboxSweep", Sweep.class).stop();
        }

        Round round(int size) throws Exception {
            double append = Stopwatch.perSecond(size, () -> ceilings.append(size));
            queued.queue(size);
            double unset = Stopwatch.perSecond(size, () -> ceilings.unset(size));
            queued.queue(size);
            double before = published();
            double drained = Stopwatch.perSecond(size, this::drain);
            requireDrained(size, published() - before);
            return new Round(append, unset, drained);
        }

        /** Stops the relay. That waits until nothing is in flight, so the last outbox is cleared by then. */
        private void drain() {
            sweeper.sweep();
            relay.stop();
        }

        private void requireDrained(int size, double publishedNow) {
            long left = mongo.getCollection(RelayApplication.COLLECTION).countDocuments(exists("outbox"));
            if (left != 0 || publishedNow != size) {
                throw new IllegalStateException("%,.0f of %,d published, %,d left".formatted(publishedNow, size, left));
            }
        }

        private double published() {
            return meters.find("entente.outbox.published").counters().stream()
                    .mapToDouble(counter -> counter.count())
                    .sum();
        }
    }
}
