package io.entente.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import io.entente.testkit.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.Document;
import tools.jackson.databind.JsonNode;

/** Checks what must hold when the system has come to rest, whatever happened before. */
final class Checks {

    /** The events of which each deal has one. */
    private static final Set<String> PRICED =
            Set.of("commission.commission-accrued.v1", "commission.no-commission-due.v1");

    private final Cluster cluster;
    private final Model model;
    private final Topics topics;

    private Checks(Cluster cluster, Model model) {
        this.cluster = cluster;
        this.model = model;
        this.topics = new Topics(cluster);
    }

    /** Waits until the system has come to rest, then compares it with what it acknowledged. */
    static void everythingHolds(Cluster cluster, Model model) {
        Drain.of(cluster);
        Checks checks = new Checks(cluster, model);
        checks.everyDealIsPublished();
        checks.everyDealHasItsCommission();
        checks.everyUnpaidDealSaysSo();
        checks.ledgerVerifies();
        checks.sequencesAreGapless();
        checks.nothingIsParked();
        Drain.assertOutboxesEmpty(cluster);
    }

    private void everyDealIsPublished() {
        List<ConsumerRecord<byte[], byte[]>> records = topics.read(Topics.REFERRAL_EVENTS);
        List<String> closed = dealsOf(records, "referral.deal-closed.v1");
        assertThat(Set.copyOf(closed))
                .as("deals on the topic")
                .isEqualTo(model.deals().stream().map(Model.Deal::id).collect(Collectors.toSet()));
        model.published(closed);
        assertThat(records.stream()
                        .filter(record -> Topics.header(record, "ce_type").equals("referral.referral-submitted.v1"))
                        .map(record -> Topics.header(record, "ce_subject")))
                .as("referrals on the topic")
                .containsAll(model.referrals());
    }

    private void everyDealHasItsCommission() {
        ServiceProcess commission = cluster.service(Cluster.COMMISSION);
        for (String partner : model.partners()) {
            List<JsonNode> found = State.commissions(commission, partner);
            Map<String, String> amounts = new TreeMap<>();
            found.forEach(item -> amounts.put(item.path("dealId").asString(), money(item.path("amount"))));
            assertThat(amounts).as("commissions of " + partner).isEqualTo(model.commissions(partner));
            assertThat(found).as("one commission per deal of " + partner).hasSameSizeAs(amounts.entrySet());
            assertThat(State.balances(commission, partner))
                    .as("balances of " + partner)
                    .containsAllEntriesOf(model.balances(partner))
                    .hasSameSizeAs(model.balances(partner));
        }
    }

    private void everyUnpaidDealSaysSo() {
        List<ConsumerRecord<byte[], byte[]>> records = topics.read(Topics.COMMISSION_EVENTS);
        assertThat(Set.copyOf(dealsOf(records, "commission.no-commission-due.v1")))
                .isEqualTo(model.unpaid());
        Set<String> commissions = ofModel(records)
                .filter(record -> PRICED.contains(Topics.header(record, "ce_type")))
                .map(record -> Topics.header(record, "ce_subject"))
                .collect(Collectors.toSet());
        assertThat(commissions).as("one published commission per deal").hasSameSizeAs(model.deals());
    }

    private void ledgerVerifies() {
        Answer verified = Http.post(cluster.service(Cluster.COMMISSION).url("/api/ledger/verify"), "");
        assertThat(verified.status()).as(verified.body()).isEqualTo(200);
        assertThat(verified.json().path("verified").asBoolean())
                .as(verified.body())
                .isTrue();
        assertThat(verified.json().path("checked").asLong())
                .as("transactions verified")
                .isGreaterThanOrEqualTo(model.deals().size());
    }

    private void sequencesAreGapless() {
        for (String topic : List.of(Topics.PARTNER_EVENTS, Topics.REFERRAL_EVENTS, Topics.COMMISSION_EVENTS)) {
            assertThat(topics.gaps(topic)).as(topic).isEmpty();
        }
    }

    /**
     * Nothing, apart from aggregates of which a test has discarded an event. Services don't discard, and a record that is published
     * again after that is parked again.
     */
    private void nothingIsParked() {
        List<Document> parked = new ArrayList<>();
        for (String service : List.of(Cluster.REFERRAL, Cluster.COMMISSION, Cluster.NOTIFICATION)) {
            MongoCollection<Document> events =
                    cluster.mongo().getDatabase(Cluster.database(service)).getCollection("parked_events");
            List<String> discarded = events.distinct("aggregate", Filters.eq("state", "DISCARDED"), String.class)
                    .into(new ArrayList<>());
            events.find(Filters.nin("aggregate", discarded)).into(parked);
        }
        assertThat(parked).isEmpty();
    }

    private List<String> dealsOf(List<ConsumerRecord<byte[], byte[]>> records, String type) {
        return ofModel(records)
                .filter(record -> Topics.header(record, "ce_type").equals(type))
                .map(record -> Topics.data(record).path("dealId").asString())
                .toList();
    }

    /** The records of the model's partners, without those of other tests in the same run. */
    private java.util.stream.Stream<ConsumerRecord<byte[], byte[]>> ofModel(
            List<ConsumerRecord<byte[], byte[]>> records) {
        return records.stream().filter(record -> model.partners()
                .contains(new String(record.key(), java.nio.charset.StandardCharsets.UTF_8)));
    }

    private static String money(JsonNode money) {
        return money.path("amount").asString() + " " + money.path("currency").asString();
    }
}
