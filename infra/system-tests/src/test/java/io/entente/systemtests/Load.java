package io.entente.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.entente.systemtests.Model.Deal;
import io.entente.testkit.Answer;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Acts as partners at work: submits and accepts referrals and closes deals, at a fixed rate that doesn't wait for answers. The
 * {@link Model} remembers what the system acknowledges.
 */
final class Load {

    private static final List<Currency> CURRENCIES =
            List.of(Currency.getInstance("USD"), Currency.getInstance("EUR"), Currency.getInstance("JPY"));
    private static final Duration PREPARATION_PATIENCE = Duration.ofSeconds(60);
    private static final LocalDate LAST_CLOSED_ON = LocalDate.now(java.time.ZoneOffset.UTC);
    /** One operation in so many submits a referral; the others close deals. */
    private static final int OPERATIONS_PER_REFERRAL = 6;
    /** No further commands are sent while so many wait to be accepted, so that an outage doesn't cause a flood. */
    private static final int MAX_UNDER_WAY = 50;
    /** One deal in so many was closed before any plan was effective. */
    private static final int DEALS_PER_UNPAID = 25;

    private static final BigDecimal OWN_RATE = new BigDecimal("0.125");

    private final Cluster cluster;
    private final Random choices;
    private final Commands commands = new Commands();
    private final Model model = new Model();
    private final String run = Long.toString(System.nanoTime(), Character.MAX_RADIX);
    private final List<String> partners = new CopyOnWriteArrayList<>();
    private final List<OpenReferral> accepted = new CopyOnWriteArrayList<>();
    private final AtomicInteger numbers = new AtomicInteger();
    private final List<ServiceProcess> referralServices = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService pace = Executors.newSingleThreadScheduledExecutor();

    private record OpenReferral(String id, String partnerId) {}

    Load(Cluster cluster, Random choices) {
        this.cluster = cluster;
        this.choices = choices;
        referralServices.add(cluster.service(Cluster.REFERRAL));
    }

    /** Also sends to another instance of the referral service, alternating. */
    Load alsoTo(ServiceProcess referralService) {
        referralServices.add(referralService);
        return this;
    }

    List<String> partners() {
        return List.copyOf(partners);
    }

    /** Creates active partners and accepted referrals of them. */
    Load prepare(int partnerCount, int referralCount) {
        for (int i = 0; i < partnerCount; i++) {
            registerPartner();
        }
        await("partners").atMost(PREPARATION_PATIENCE).until(() -> partners.size() == partnerCount);
        giveOwnPlan(partners.get(0));
        // The referral service learns of partners from events. Until then it correctly refuses them.
        String unheard = Bodies.referral(partners.get(partnerCount - 1), "Probe " + run, "probe-" + run);
        await("the last partner known")
                .atMost(PREPARATION_PATIENCE)
                .until(() -> Http.post(referralUrl("/api/referrals"), unheard).status() == 201);
        for (int i = 0; i < referralCount; i++) {
            submitReferral(partners.get(i % partnerCount));
        }
        await("referrals").atMost(PREPARATION_PATIENCE).until(() -> accepted.size() == referralCount);
        commands.assertNoViolations();
        return this;
    }

    Load start(int operationsPerSecond) {
        long interval = TimeUnit.SECONDS.toMicros(1) / operationsPerSecond;
        var unused = pace.scheduleAtFixedRate(this::operate, 0, interval, TimeUnit.MICROSECONDS);
        return this;
    }

    /** Stops sending, waits until every command is accepted, and checks all answers. */
    Model stop() {
        pace.shutdown();
        await("every command accepted")
                .atMost(Duration.ofSeconds(90))
                .until(() -> commands.underWay(), left -> left == 0);
        System.out.printf(
                "  %d deals, %d commands sent again, slowest answer %d ms%n",
                model.deals().size(),
                commands.clearFailures(),
                commands.slowest().toMillis());
        commands.assertNoViolations();
        assertThat(model.deals()).as("the load closed deals").isNotEmpty();
        return model;
    }

    String anyReferral() {
        return accepted.get(0).id();
    }

    int acknowledgedDeals() {
        return model.deals().size();
    }

    Commands commands() {
        return commands;
    }

    private void operate() {
        if (commands.underWay() >= MAX_UNDER_WAY) {
            return;
        }
        if (choices.nextInt(OPERATIONS_PER_REFERRAL) == 0) {
            submitReferral(partners.get(choices.nextInt(partners.size())));
        } else {
            closeDeal(accepted.get(choices.nextInt(accepted.size())));
        }
    }

    private void registerPartner() {
        int number = numbers.incrementAndGet();
        ServiceProcess service = cluster.service(Cluster.PARTNER);
        var unused = commands.send(
                        () -> service.url("/api/partners"),
                        Bodies.partner("Partner %s %d".formatted(run, number), "p%d-%s".formatted(number, run)),
                        run + "-partner-" + number)
                .thenCompose(created -> {
                    String id = created.json().path("id").asString();
                    return commands.send(() -> service.url("/api/partners/" + id + "/activate"), "", id);
                })
                .thenAccept(activated -> {
                    String id = activated.json().path("id").asString();
                    model.partner(id);
                    partners.add(id);
                });
    }

    private void giveOwnPlan(String partnerId) {
        Answer added = Http.post(
                cluster.service(Cluster.COMMISSION).url("/api/commission-plans"),
                Bodies.plan("own-" + run, OWN_RATE, partnerId));
        assertThat(added.status()).as(added.body()).isEqualTo(201);
        model.partner(partnerId, OWN_RATE);
    }

    private void submitReferral(String partnerId) {
        String name = "%s-%d".formatted(run, numbers.incrementAndGet());
        var unused = commands.send(
                        () -> referralUrl("/api/referrals"),
                        Bodies.referral(partnerId, "Client " + name, "client-" + name),
                        name)
                .thenCompose(submitted -> {
                    String id = submitted.json().path("id").asString();
                    model.referral(id, partnerId);
                    return commands.send(() -> referralUrl("/api/referrals/" + id + "/accept"), "", id)
                            .thenAccept(ok -> accepted.add(new OpenReferral(id, partnerId)));
                });
    }

    private void closeDeal(OpenReferral referral) {
        Currency currency = CURRENCIES.get(choices.nextInt(CURRENCIES.size()));
        Deal deal = new Deal(
                "deal-%s-%d".formatted(run, numbers.incrementAndGet()),
                referral.id(),
                referral.partnerId(),
                BigDecimal.valueOf(1 + choices.nextInt(2_000_000), currency.getDefaultFractionDigits()),
                currency,
                choices.nextInt(DEALS_PER_UNPAID) == 0
                        ? Model.FIRST_PLAN_FROM.minusDays(1)
                        : LAST_CLOSED_ON.minusDays(choices.nextInt(200)));
        var unused = commands.send(
                        () -> referralUrl("/api/referrals/" + referral.id() + "/deals"), Bodies.deal(deal), deal.id())
                .thenAccept(ok -> model.deal(deal));
    }

    private String referralUrl(String path) {
        return referralServices
                .get(Math.floorMod(numbers.get(), referralServices.size()))
                .url(path);
    }
}
