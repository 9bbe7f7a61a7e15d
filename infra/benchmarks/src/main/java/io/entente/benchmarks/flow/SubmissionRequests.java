package io.entente.benchmarks.flow;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/** Submits referrals as partners do. Each introduces another client, whose name resembles no other client's. */
final class SubmissionRequests {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long SEED = 42;
    private static final int SYLLABLES = 3;
    private static final String CONSONANTS = "bdfghjklmnprstvwz";
    private static final String VOWELS = "aeiou";
    private static final String REFERRAL =
            """
            {"partnerId":"%s","direction":"INBOUND","client":{"organisation":"%s","domain":"client-%d.example",\
            "country":"DE","contactName":"Kim Example","contactEmail":"kim@client-%d.example"},"service":"Data platform",\
            "challenge":"Reports take a week.","involvement":"STANDARD",\
            "expectedValue":{"amount":"12000.00","currency":"USD"}}""";

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ServiceProcess service;
    private final List<String> partners;
    private final AtomicInteger numbers = new AtomicInteger();

    SubmissionRequests(ServiceProcess service, List<String> partners) {
        this.service = service;
        this.partners = partners;
    }

    /** Submits a referral without waiting. The result is the moment of the answer and fails if the answer isn't 201. */
    CompletableFuture<Long> submit() {
        int number = numbers.getAndIncrement();
        String partner = partners.get(number % partners.size());
        return http.sendAsync(request(partner, number), BodyHandlers.ofString()).thenApply(answer -> {
            long at = System.nanoTime();
            Unanswered.requireCreated(answer);
            return at;
        });
    }

    boolean isKnown(String partner) {
        try {
            return http.send(request(partner, numbers.getAndIncrement()), BodyHandlers.ofString())
                            .statusCode()
                    == 201;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest request(String partner, int number) {
        return service.request("/api/referrals")
                .header("Content-Type", "application/json")
                .timeout(PATIENCE)
                .POST(BodyPublishers.ofString(REFERRAL.formatted(partner, name(number), number, number)))
                .build();
    }

    /** Two made-up words such as {@code Kotasi Dubemu}, always the same for a number. */
    static String name(int number) {
        Random letters = new Random(SEED + number);
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < 2 * SYLLABLES; i++) {
            name.append(i == SYLLABLES ? " " : "")
                    .append(CONSONANTS.charAt(letters.nextInt(CONSONANTS.length())))
                    .append(VOWELS.charAt(letters.nextInt(VOWELS.length())));
        }
        return name.toString();
    }
}
