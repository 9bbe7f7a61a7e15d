package io.entente.benchmarks.flow;

import io.entente.benchmarks.Await;
import io.entente.benchmarks.Benchmark;
import io.entente.benchmarks.Events;
import io.entente.benchmarks.MarkdownTable;
import io.entente.benchmarks.Options;
import io.entente.benchmarks.Progress;
import io.entente.benchmarks.Servers;
import io.entente.benchmarks.Servers.Part;
import io.entente.benchmarks.WarmUp;
import io.entente.benchmarks.cost.Cost;
import io.entente.referral.ReferralServiceApplication;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;

/**
 * Measures what a submission costs and how many the service accepts per second at most, beside how many of the same writes the
 * bare store accepts. Then it measures how long a partner waits for the receipt at 50 submissions a second.
 */
public final class SubmissionLatency implements Benchmark {

    private static final int PARTNERS = 100;
    private static final int CALLERS = 32;
    /** Few callers leave the compiler a core while the service warms up. */
    private static final int WARMING_CALLERS = 4;

    private static final double PER_SECOND = 50;

    private final Options options;
    private final Duration length;
    private final MarkdownTable table = new MarkdownTable(
            "store",
            "raw/s",
            "capacity/s",
            "of the ceiling",
            "CPU ms",
            "CPU ms of the others",
            "round trips",
            "before the answer",
            "unanswered",
            "offered/s",
            "sent",
            "p50 ms",
            "p95 ms",
            "p99 ms",
            "max ms");

    public SubmissionLatency(Options options) {
        this.options = options;
        this.length = Duration.ofSeconds(options.quick() ? 4 : 30);
    }

    @Override
    public void measure(Servers servers) throws Exception {
        Part part = servers.part("submission");
        List<String> partners = IntStream.range(0, PARTNERS)
                .mapToObj(number -> "01K1A7Q2M8V4R6T9W3X5%06d".formatted(number))
                .toList();
        try (Events events = new Events(part);
                ServiceProcess referral = new ServiceProcess(ReferralServiceApplication.class, "referral", part)) {
            partners.forEach(events::sendProfile);
            events.flush();
            SubmissionRequests requests = new SubmissionRequests(referral, partners);
            partners.forEach(partner -> Await.until("partner known", () -> requests.isKnown(partner)));
            WarmUp.of(referral::compilationMillis, "submission", options, () -> "%,.0f/s"
                    .formatted(new ClosedLoop(WARMING_CALLERS, length)
                            .run(requests::submit)
                            .perSecond()));
            Cost before = referral.cost();
            long others = servers.processorNanos();
            ClosedLoop.Result full = new ClosedLoop(CALLERS, length).run(requests::submit);
            Cost cost = referral.cost().minus(before);
            others = servers.processorNanos() - others;
            double capacity = full.perSecond();
            OpenLoop load = new OpenLoop(PER_SECOND, length);
            Histogram latencies = load.run(requests::submit);
            double ceiling = new RawSubmissions(part, CALLERS, length).run();
            Progress.say(
                    "submission, %s: at most %,.0f/s, %s CPU ms each",
                    servers.store(), capacity, cost.cpuMillisPer(full.answered()));
            table.row(
                    servers.store(),
                    "%,.0f".formatted(ceiling),
                    "%,.0f".formatted(capacity),
                    "%.0f %%".formatted(100 * capacity / ceiling),
                    cost.cpuMillisPer(full.answered()),
                    new Cost(others, 0, 0).cpuMillisPer(full.answered()),
                    cost.roundTripsPer(full.answered()),
                    cost.beforeTheAnswerPer(full.answered()),
                    "%d".formatted(full.unanswered() + load.unanswered()),
                    "%,.0f".formatted(PER_SECOND),
                    "%,d".formatted(load.count()),
                    EndToEnd.millis(latencies, 50),
                    EndToEnd.millis(latencies, 95),
                    EndToEnd.millis(latencies, 99),
                    EndToEnd.millis(latencies, 100));
        }
    }

    @Override
    public String report() {
        return "### Submission\n\n" + table.render();
    }
}
