package io.entente.benchmarks.accrual;

import com.sun.management.OperatingSystemMXBean;
import io.entente.benchmarks.Await;
import io.entente.benchmarks.DealClosedEvent;
import io.entente.benchmarks.Events;
import io.entente.benchmarks.Servers.Part;
import io.entente.benchmarks.Stopwatch;
import io.entente.benchmarks.cost.Cost;
import io.entente.benchmarks.cost.StoreRoundTrips;
import io.entente.commission.CommissionServiceApplication;
import io.entente.commission.partners.PartnerId;
import io.micrometer.core.instrument.MeterRegistry;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.cloud.stream.binding.BindingsLifecycleController;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.data.mongodb.core.MongoTemplate;

/** The commission service in this JVM. Its consumption of deals can be paused and resumed. */
final class RunningAccrual implements AutoCloseable {

    private static final String DEALS = "referralEvents-in-0";
    private static final int PARTNERS = 1_000;

    private final List<PartnerId> partners = IntStream.range(0, PARTNERS)
            .mapToObj(number -> new PartnerId("01K1A7Q2M8V4R6T9W3X5%06d".formatted(number)))
            .toList();
    private final StoreRoundTrips roundTrips = new StoreRoundTrips();
    private final ConfigurableApplicationContext service;
    private final BindingsLifecycleController bindings;
    private final MeterRegistry meters;
    private final Reading accrued;
    private final Reading published;
    private final Reading parked;
    private final Events events;
    private final LedgerHistory history;
    private final RawInserts ceiling;
    private Cost cost = new Cost(0, 0, 0);
    private int deals;
    private int chains;

    RunningAccrual(Part part) {
        SpringApplicationBuilder application = CommissionServiceApplication.service();
        roundTrips.observe(application);
        this.service = application.run(part.arguments("commission", 0).toArray(String[]::new));
        this.bindings = service.getBean(BindingsLifecycleController.class);
        this.meters = service.getBean(MeterRegistry.class);
        this.events = new Events(part);
        this.history = new LedgerHistory(service, partners);
        this.ceiling = new RawInserts(service.getBean(MongoTemplate.class));
        this.accrued = applied(DealClosedEvent.TYPE);
        this.published = new Reading(meters.find("entente.outbox.published"));
        this.parked = new Reading(meters.find("entente.events.parked"));
        partners.forEach(partner -> events.sendProfile(partner.value()));
        events.flush();
        Reading profiles = applied("partner.profile.v1");
        Await.until("profiles known", () -> profiles.value() == PARTNERS);
    }

    LedgerHistory history() {
        return history;
    }

    /** Publishes deals, lets the service process them, and returns how many accruals it stored and published per second. */
    double accrue(int count) throws Exception {
        bindings.changeState(DEALS, BindingsLifecycleController.State.PAUSED);
        double appliedBefore = accrued.value();
        double publishedBefore = published.value();
        publish(count);
        // The preparation's garbage must not be collected during the measurement.
        System.gc();
        Cost before = spent();
        double rate = Stopwatch.perSecond(count, () -> {
            bindings.changeState(DEALS, BindingsLifecycleController.State.RESUMED);
            Await.until("deals accrued", () -> accrued.value() - appliedBefore >= count);
            Await.until("accruals published", () -> published.value() - publishedBefore >= count);
        });
        cost = spent().minus(before);
        if (parked.value() != 0) {
            throw new IllegalStateException("Deals were parked");
        }
        return rate;
    }

    /** What the service spent on the deals that were accrued last. */
    Cost cost() {
        return cost;
    }

    /** The service shares this JVM with the harness, whose only running thread is this one. */
    private Cost spent() {
        long harness = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        long process =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
        return new Cost(process - harness, roundTrips.all(), roundTrips.beforeTheAnswer());
    }

    /** Inserts documents like those of an accrual one by one, and returns how many per second. */
    double insert(int count) throws Exception {
        return ceiling.insert(history.unwritten(count, "ceiling" + chains++));
    }

    @Override
    public void close() {
        events.close();
        service.close();
    }

    private void publish(int count) {
        for (int i = 0; i < count; i++) {
            String partner = partners.get(deals % PARTNERS).value();
            String referral = "01K2D4F6G8H0J2K4%010d".formatted(deals);
            String deal = "01K3F6H8J0K2M4N6%010d".formatted(deals++);
            events.send(
                    DealClosedEvent.TOPIC,
                    DealClosedEvent.TYPE,
                    referral,
                    partner,
                    DealClosedEvent.data(partner, referral, deal));
        }
        events.flush();
    }

    private Reading applied(String type) {
        return new Reading(meters.find("entente.events.handled").tags("type", type, "outcome", "applied"));
    }
}
