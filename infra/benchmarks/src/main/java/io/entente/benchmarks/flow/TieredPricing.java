package io.entente.benchmarks.flow;

import io.entente.benchmarks.Await;
import io.entente.benchmarks.Benchmark;
import io.entente.benchmarks.DealClosedEvent;
import io.entente.benchmarks.EventSamples;
import io.entente.benchmarks.Events;
import io.entente.benchmarks.MarkdownTable;
import io.entente.benchmarks.Options;
import io.entente.benchmarks.Progress;
import io.entente.benchmarks.Servers;
import io.entente.benchmarks.Servers.Part;
import io.entente.benchmarks.WarmUp;
import io.entente.benchmarks.cost.Cost;
import io.entente.commission.CommissionServiceApplication;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.node.ObjectNode;

/**
 * Prices deals by rules that look at a client's or a partner's history, with 10 and with 5,000 deals of one client, and with 5,000
 * referrals in the window. A deal must cost the same in all of them.
 */
public final class TieredPricing implements Benchmark {

    private static final String SUBMITTED = "referral.referral-submitted.v1";
    private static final String PLAN =
            """
            {"code":"%s","noticeReason":"It was agreed.","name":"Measured","effectiveFrom":"2020-01-01","appliesTo":{"partnerIds":["%s"]},"rule":%s}""";
    private static final String LIFETIME_VALUE =
            """
            {"type":"LIFETIME_VALUE_TIERS","mode":"MARGINAL","bands":[\
            {"from":{"amount":"0.00","currency":"USD"},"rate":"0.10"},\
            {"from":{"amount":"50000.00","currency":"USD"},"rate":"0.05"}]}""";
    private static final String CONVERSION =
            """
            {"type":"CONVERSION_TIERS","window":"P1Y","minimumReferrals":4,"bands":[\
            {"from":"0.00","rate":"0.10"},{"from":"0.50","rate":"0.15"}]}""";

    private final Options options;
    private final int many;
    private final int measured;
    private final HttpClient http = HttpClient.newHttpClient();
    private final MarkdownTable table = new MarkdownTable(
            "store", "rule", "earlier deals", "referrals in the window", "deals", "ms/deal", "CPU ms", "round trips");

    public TieredPricing(Options options) {
        this.options = options;
        this.many = options.quick() ? 300 : 5_000;
        this.measured = options.quick() ? 10 : 200;
    }

    @Override
    public void measure(Servers servers) throws Exception {
        Part part = servers.part("tiers");
        try (Events events = new Events(part);
                ServiceProcess commission = new ServiceProcess(CommissionServiceApplication.class, "commission", part);
                Accruals accruals = new Accruals(servers.brokers(), part.topic("commission.events"))) {
            Deals warmUp = new Deals(events, accruals, "01K1A7Q2M8V4R6T9W3X5000009");
            add(commission, "warm-up", warmUp.partner, LIFETIME_VALUE);
            WarmUp.of(commission::compilationMillis, "tiers", options, () -> {
                warmUp.close(many / 5);
                return "%,d deals".formatted(many / 5);
            });
            for (String rule : new String[] {LIFETIME_VALUE, CONVERSION}) {
                boolean isConversion = rule.equals(CONVERSION);
                String name = isConversion ? "CONVERSION_TIERS" : "LIFETIME_VALUE_TIERS";
                Deals deals = new Deals(
                        events, accruals, isConversion ? "01K1A7Q2M8V4R6T9W3X5000002" : "01K1A7Q2M8V4R6T9W3X5000001");
                add(commission, isConversion ? "conversion" : "lifetime", deals.partner, rule);
                deals.submit(isConversion ? 10 : 0);
                measure(servers.store(), name, deals, 10, commission);
                measure(servers.store(), name, deals, many, commission);
                if (isConversion) {
                    deals.submit(many - deals.submitted);
                    measure(servers.store(), name, deals, deals.closed, commission);
                }
            }
        }
    }

    private void measure(String store, String rule, Deals deals, int earlier, ServiceProcess commission)
            throws Exception {
        deals.close(earlier - deals.closed);
        int before = deals.closed;
        Cost costBefore = commission.cost();
        long start = System.nanoTime();
        for (int i = 0; i < measured; i++) {
            deals.close(1);
        }
        double millis = (System.nanoTime() - start) / (double) TimeUnit.MILLISECONDS.toNanos(1) / measured;
        Cost cost = commission.cost().minus(costBefore);
        Progress.say("tiers, %s, %s: %.1f ms each after %,d deals", store, rule, millis, before);
        table.row(
                store,
                rule,
                "%,d".formatted(before),
                "%,d".formatted(deals.submitted),
                "%,d".formatted(measured),
                String.format(Locale.ROOT, "%.1f", millis),
                cost.cpuMillisPer(measured),
                cost.roundTripsPer(measured));
    }

    private void add(ServiceProcess commission, String code, String partner, String rule)
            throws IOException, InterruptedException {
        HttpRequest request = commission
                .request("/api/commission-plans")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(PLAN.formatted(code, partner, rule)))
                .build();
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 201) {
            throw new IllegalStateException("The plan was refused: " + answer.statusCode() + " " + answer.body());
        }
    }

    @Override
    public String report() {
        return "### Pricing by history\n\n" + table.render();
    }

    /** The deals and referrals of one partner with one client. */
    private static final class Deals {

        private final Events events;
        private final Accruals accruals;
        private final String partner;
        private int closed;
        private int submitted;

        private Deals(Events events, Accruals accruals, String partner) {
            this.events = events;
            this.accruals = accruals;
            this.partner = partner;
            events.sendProfile(partner);
            events.flush();
        }

        /** Closes deals of the partner's first referral and waits until each has its accrual. */
        private void close(int count) {
            CompletableFuture<?>[] accrued = new CompletableFuture<?>[Math.max(0, count)];
            for (int i = 0; i < accrued.length; i++) {
                String deal = "deal-" + partner + "-" + closed++;
                accrued[i] = accruals.expect(deal);
                ObjectNode data = DealClosedEvent.data(partner, referral(0), deal);
                events.send(DealClosedEvent.TOPIC, DealClosedEvent.TYPE, referral(0), partner, data);
            }
            events.flush();
            Await.until("deals accrued", () -> CompletableFuture.allOf(accrued).isDone());
        }

        /**
         * Submits referrals and waits until all are counted. The service consumes a partner's events in order, so a deal that
         * is closed afterwards shows that.
         */
        private void submit(int count) {
            for (int i = 0; i < count; i++) {
                String referral = referral(submitted++);
                ObjectNode data = EventSamples.of(SUBMITTED);
                data.put("partnerId", partner).put("referralId", referral);
                events.send(DealClosedEvent.TOPIC, SUBMITTED, referral, partner, data);
            }
            close(1);
        }

        private String referral(int number) {
            return "ref-" + partner + "-" + number;
        }
    }
}
