package io.entente.benchmarks.flow;

import io.entente.benchmarks.Await;
import io.entente.benchmarks.Benchmark;
import io.entente.benchmarks.Events;
import io.entente.benchmarks.MarkdownTable;
import io.entente.benchmarks.Options;
import io.entente.benchmarks.Progress;
import io.entente.benchmarks.Servers;
import io.entente.benchmarks.Servers.Part;
import io.entente.benchmarks.Stopwatch;
import io.entente.benchmarks.cost.Cost;
import io.entente.referral.ReferralServiceApplication;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/**
 * Imports one CSV of 100,000 rows, from the upload to the last acknowledged event, into a service with the memory that it has in
 * production, and then the same file again. The live heap must not grow with the rows.
 */
public final class LargeImport implements Benchmark {

    private static final int PARTNERS = 100;
    private static final int LOOKS = 10;
    private static final long MIB = 1024 * 1024;

    private final int rows;
    private final MarkdownTable table = new MarkdownTable(
            "store",
            "file",
            "rows",
            "accepted",
            "unchanged",
            "rejected",
            "rows/s",
            "CPU ms/row",
            "round trips/row",
            "live heap before, MiB",
            "most, MiB");

    public LargeImport(Options options) {
        this.rows = options.quick() ? 5_000 : 100_000;
    }

    @Override
    public void measure(Servers servers) throws Exception {
        Part part = servers.part("import");
        List<String> partners = IntStream.range(0, PARTNERS)
                .mapToObj(number -> "01K1A7Q2M8V4R6T9W3X5%06d".formatted(number))
                .toList();
        Path file = servers.log("opportunities");
        ImportFile.write(file, rows, partners);
        Progress.say("import, %s: %,d rows are %,d KiB", servers.store(), rows, Files.size(file) / 1024);
        try (Events events = new Events(part);
                ServiceProcess referral = new ServiceProcess(ReferralServiceApplication.class, "referral", part)) {
            partners.forEach(events::sendProfile);
            events.flush();
            ImportRequests requests = new ImportRequests(referral);
            Await.until("the last partner known", () -> requests.isKnown(partners.get(PARTNERS - 1)));
            measure(servers.store(), "first", file, referral, requests);
            measure(servers.store(), "again", file, referral, requests);
        } finally {
            Files.delete(file);
        }
    }

    private void measure(String store, String which, Path file, ServiceProcess referral, ImportRequests requests)
            throws Exception {
        long before = referral.liveHeap();
        Cost costBefore = referral.cost();
        long start = System.nanoTime();
        String id = requests.start(file);
        Watch watch = new Watch(store, referral, before);
        Await.untilDone("the import", () -> watch.isDone(requests.get(id)));
        double perSecond = Stopwatch.rate(rows, System.nanoTime() - start);
        Cost cost = referral.cost().minus(costBefore);
        JsonNode done = requests.get(id);
        check(done);
        table.row(
                store,
                which,
                "%,d".formatted(rows),
                "%,d".formatted(done.path("accepted").asLong()),
                "%,d".formatted(done.path("unchanged").asLong()),
                "%,d".formatted(done.path("rejected").asLong()),
                "%,.0f".formatted(perSecond),
                cost.cpuMillisPer(rows),
                cost.roundTripsPer(rows),
                "%,d".formatted(before / MIB),
                "%,d".formatted(watch.most / MIB));
    }

    /** Looks at a running import, and at every tenth of the rows also at the service's live heap. */
    private final class Watch {

        private final String store;
        private final ServiceProcess referral;
        private long most;
        private int looks;

        private Watch(String store, ServiceProcess referral, long before) {
            this.store = store;
            this.referral = referral;
            this.most = before;
        }

        private boolean isDone(JsonNode now) {
            if (!now.path("status").asString().equals("RUNNING")) {
                return true;
            }
            if (processed(now) > (long) looks * rows / LOOKS) {
                looks++;
                most = Math.max(most, referral.liveHeap());
                Progress.say("import, %s: %,d rows processed", store, processed(now));
            }
            return false;
        }
    }

    /** The figures count only if the import did all of its work. */
    private void check(JsonNode done) {
        boolean whole = done.path("status").asString().equals("DONE")
                && processed(done) == rows
                && done.path("rejected").asLong() == ImportFile.bad(rows);
        if (!whole) {
            throw new IllegalStateException("The import didn't do all of its work: " + done);
        }
    }

    private static long processed(JsonNode now) {
        return now.path("accepted").asLong()
                + now.path("unchanged").asLong()
                + now.path("rejected").asLong();
    }

    @Override
    public String report() {
        return "### Import\n\n" + table.render();
    }
}
