package io.entente.benchmarks.flow;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.json.JsonMapper;

/** Sends deals on referrals that it submits first, on each referral in turn so that none gets many. */
final class DealRequests {

    /** Greater than the number of any client that the load uses. */
    private static final int PROBES = 10_000_000;

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String REFERRAL =
            """
            {"partnerId":"%1$s","direction":"INBOUND","client":{"organisation":"Client %2$s","domain":"client-%2$s.example",\
            "country":"DE","contactName":"Kim Example","contactEmail":"kim@client-%2$s.example"},"service":"Data platform",\
            "challenge":"Reports take a week.","involvement":"STANDARD",\
            "expectedValue":{"amount":"12000.00","currency":"USD"}}""";
    private static final String DEAL =
            """
            {"dealId":"%s","amount":{"amount":"10540.00","currency":"USD"},"closedOn":"2026-04-02"}""";

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ServiceProcess service;
    private final String name;
    private final List<String> referrals = new ArrayList<>();
    private final AtomicInteger deals = new AtomicInteger();
    private final AtomicInteger probes = new AtomicInteger();

    /** @param name distinguishes the clients and deals from those of other requests to the same service */
    DealRequests(ServiceProcess service, String name) {
        this.service = service;
        this.name = name;
    }

    /** Submits and accepts referrals. The service refuses them until it knows the partners. */
    void prepare(int count, List<String> partners) throws IOException, InterruptedException {
        for (int number = 0; number < count; number++) {
            String body = REFERRAL.formatted(partners.get(number % partners.size()), name + "-" + number);
            String id = JsonMapper.shared()
                    .readTree(required(body, "/api/referrals"))
                    .path("id")
                    .asString();
            required("", "/api/referrals/" + id + "/accept");
            referrals.add(id);
        }
    }

    boolean isKnown(String partner) {
        try {
            // Each probe names another client, because a known client would be refused or in conflict.
            int number = PROBES + probes.getAndIncrement();
            return send("/api/referrals", REFERRAL.formatted(partner, name + "-" + number))
                            .statusCode()
                    == 201;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    String nextDeal() {
        return name + "-" + deals.getAndIncrement();
    }

    /** Sends a deal without waiting. The result fails if the answer isn't 201. */
    CompletableFuture<Void> close(String dealId) {
        int number = Integer.parseInt(dealId.substring(dealId.lastIndexOf('-') + 1));
        String referral = referrals.get(number % referrals.size());
        return http.sendAsync(
                        request("/api/referrals/" + referral + "/deals", DEAL.formatted(dealId)),
                        BodyHandlers.ofString())
                .thenAccept(Unanswered::requireCreated);
    }

    private String required(String body, String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = send(path, body);
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(path + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    private HttpResponse<String> send(String path, String body) throws IOException, InterruptedException {
        return http.send(request(path, body), BodyHandlers.ofString());
    }

    private HttpRequest request(String path, String body) {
        return service.request(path)
                .header("Content-Type", "application/json")
                .timeout(PATIENCE)
                .POST(BodyPublishers.ofString(body))
                .build();
    }
}
