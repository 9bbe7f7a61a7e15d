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
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads pages of 50 referrals with several filters and orders, among 2,000 referrals and among 200,000, and compares the costs. A
 * page must cost about the same, however many referrals there are. The service makes the entries of the list when it starts, and
 * what that costs is reported too.
 */
public final class ListPages implements Benchmark {

    private static final String PARTNER = "01K1A7Q2M8V4R6T9W3X5000000";
    private static final int LIMIT = 50;
    private static final int OK = 200;

    /** What is asked for, by the number of the request. */
    private static final Map<String, IntFunction<String>> QUERIES = new LinkedHashMap<>();

    static {
        QUERIES.put("newest", number -> "order=desc");
        QUERIES.put("two statuses, due", number -> "status=SUBMITTED,UNDER_REVIEW&sort=due");
        QUERIES.put("partner and status, value", number -> "partnerId=%s&status=ACCEPTED&sort=value&order=desc"
                .formatted(StoredReferrals.partner(number)));
        QUERIES.put("service and direction, updated", number -> "service=payroll&direction=INBOUND&sort=updated");
        QUERIES.put("one client", number -> "q=" + encoded(SubmissionRequests.name(number)));
        QUERIES.put("one client, due", number -> "q=" + encoded(SubmissionRequests.name(number)) + "&sort=due");
        QUERIES.put("word of many, updated", number -> "q=payr&sort=updated&order=desc");
        QUERIES.put("a day, value", number -> "from=%s&to=%s&sort=value"
                .formatted(StoredReferrals.FIRST, StoredReferrals.FIRST.plus(Duration.ofDays(1))));
    }

    private record Page(Cost cost, double millis, int items) {}

    private final Options options;
    private final int[] sizes;
    private final int measured;
    private final Unanswered unanswered = new Unanswered(1);
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<String> starts = new ArrayList<>();
    private final MarkdownTable table = new MarkdownTable(
            "store", "query", "referrals", "items", "ms/page", "CPU ms", "round trips", "CPU ms, ratio", "ms, ratio");

    public ListPages(Options options) {
        this.options = options;
        this.sizes = options.quick() ? new int[] {200, 2_000} : new int[] {2_000, 200_000};
        this.measured = options.quick() ? 20 : 100;
    }

    @Override
    public void measure(Servers servers) throws Exception {
        Document template = template(servers);
        Map<String, Page> small = measure(servers, template, sizes[0]);
        Map<String, Page> large = measure(servers, template, sizes[1]);
        for (String query : QUERIES.keySet()) {
            Page few = Objects.requireNonNull(small.get(query));
            row(servers.store(), query, sizes[0], few, null);
            row(servers.store(), query, sizes[1], Objects.requireNonNull(large.get(query)), few);
        }
    }

    private Document template(Servers servers) throws Exception {
        Part part = servers.part("template");
        try (Events events = new Events(part);
                ServiceProcess referral = new ServiceProcess(ReferralServiceApplication.class, "referral", part)) {
            events.sendProfile(PARTNER);
            events.flush();
            SubmissionRequests submissions = new SubmissionRequests(referral, List.of(PARTNER));
            Await.until("the partner known", () -> submissions.isKnown(PARTNER));
            return new StoredReferrals(part).template();
        }
    }

    private Map<String, Page> measure(Servers servers, Document template, int size) throws Exception {
        Part part = servers.part("list");
        // Creates the indexes: the store would not answer in time if it had to fill all of them at once.
        new ServiceProcess(ReferralServiceApplication.class, "referral", part).close();
        new StoredReferrals(part).write(template, size);
        Progress.say("list, %s: %,d referrals are stored", servers.store(), size);
        long start = System.nanoTime();
        Map<String, Page> pages = new LinkedHashMap<>();
        try (ServiceProcess referral = new ServiceProcess(ReferralServiceApplication.class, "referral", part)) {
            starts.add("with %,d referrals (%s) this start took %,d s"
                    .formatted(size, servers.store(), TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start)));
            WarmUp.of(referral::compilationMillis, "list", options, () -> {
                for (IntFunction<String> query : QUERIES.values()) {
                    read(referral, query, measured / 5);
                }
                return "%,d pages".formatted(QUERIES.size() * (measured / 5));
            });
            for (Map.Entry<String, IntFunction<String>> query : QUERIES.entrySet()) {
                pages.put(query.getKey(), measured(referral, query.getValue(), size));
                Progress.say("list, %s, %,d: %s measured", servers.store(), size, query.getKey());
            }
        }
        return pages;
    }

    private Page measured(ServiceProcess referral, IntFunction<String> query, int size)
            throws IOException, InterruptedException {
        Cost before = referral.cost();
        long start = System.nanoTime();
        int items = read(referral, query, measured);
        double millis = (System.nanoTime() - start) / (double) TimeUnit.MILLISECONDS.toNanos(1) / measured;
        if (items == 0) {
            throw new IllegalStateException(
                    "Among %,d referrals nothing was found by %s".formatted(size, query.apply(0)));
        }
        return new Page(referral.cost().minus(before), millis, items / measured);
    }

    /** Reads pages one after the other and returns how many items they had. */
    private int read(ServiceProcess referral, IntFunction<String> query, int pages) throws IOException {
        int items = 0;
        for (int number = 0; number < pages; number++) {
            HttpRequest request = referral.request("/api/referrals?limit=" + LIMIT + "&" + query.apply(number))
                    .build();
            CompletableFuture<HttpResponse<String>> answer = http.sendAsync(request, BodyHandlers.ofString());
            if (unanswered
                    .tolerate(answer.thenAccept(page -> Unanswered.require(OK, page)))
                    .join()) {
                items += JsonMapper.shared()
                        .readTree(answer.join().body())
                        .path("items")
                        .size();
            }
        }
        return items;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private void row(String store, String query, int size, Page page, @Nullable Page small) {
        table.row(
                store,
                query,
                "%,d".formatted(size),
                "%d".formatted(page.items()),
                String.format(Locale.ROOT, "%.1f", page.millis()),
                page.cost().cpuMillisPer(measured),
                page.cost().roundTripsPer(measured),
                small == null
                        ? ""
                        : ratio((double) page.cost().cpuNanos(), (double)
                                small.cost().cpuNanos()),
                small == null ? "" : ratio(page.millis(), small.millis()));
    }

    private static String ratio(double large, double small) {
        return small == 0 ? "-" : String.format(Locale.ROOT, "**%.1f**", large / small);
    }

    @Override
    public String report() {
        return "### Pages of a list\n\n" + table.render() + "\nThe service makes the entries when it starts: "
                + String.join("; ", starts) + ". Pages without an answer: " + unanswered.count() + ".\n";
    }
}
