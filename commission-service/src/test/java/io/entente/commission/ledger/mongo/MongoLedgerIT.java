package io.entente.commission.ledger.mongo;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Updates;
import io.entente.commission.CommissionServiceApplication;
import io.entente.commission.commissions.Commissions;
import io.entente.commission.commissions.PostingMother;
import io.entente.commission.ledger.Account;
import io.entente.commission.ledger.ChainHead;
import io.entente.commission.ledger.ChainedTransaction;
import io.entente.commission.ledger.LedgerBatch;
import io.entente.commission.ledger.TransactionEvents;
import io.entente.commission.ledger.TransactionId;
import io.entente.commission.ledger.canonical.CanonicalText;
import io.entente.commission.partners.PartnerId;
import io.entente.platform.domain.PageRequest;
import io.entente.platform.events.outbox.EventRecorder;
import io.entente.platform.events.outbox.OutboxRelay;
import io.entente.testkit.RunningService;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

class MongoLedgerIT {

    private static RunningService service;

    @BeforeAll
    static void start() {
        service = RunningService.start(CommissionServiceApplication.service());
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void instances_that_append_to_one_chain_at_once_leave_no_gap_and_no_double() throws Exception {
        int deals = 60;
        List<MongoLedger> instances = List.of(instance(), instance(), instance());
        List<Callable<Boolean>> appends = new ArrayList<>();
        for (MongoLedger instance : instances) {
            IntStream.range(0, deals)
                    .mapToObj(i -> PostingMother.accrual("par_busy", "busy-" + i))
                    .<Callable<Boolean>>map(posting -> () -> instance.append(posting))
                    .forEach(appends::add);
        }
        Collections.shuffle(appends, new Random(42));
        ExecutorService threads = Executors.newFixedThreadPool(8);
        int appended = 0;
        try {
            for (Future<Boolean> done : threads.invokeAll(appends)) {
                appended += done.get() ? 1 : 0;
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(appended).isEqualTo(deals);
        for (MongoLedger instance : instances) {
            ChainHead head = instance.head(new PartnerId("par_busy"));
            assertThat(head.number()).isEqualTo(deals);
            assertThat(head.balances().of(Account.ACCRUED, CurrencyUnit.USD)).isEqualTo(Money.parse("USD 600.00"));
            assertThat(head.counters().dealsByYear()).containsEntry(2026, (long) deals);
        }
        assertThat(verify("par_busy").path("verified").asBoolean()).isTrue();
        assertThat(verify("par_busy").path("checked").asInt()).isEqualTo(deals);
    }

    @Test
    void the_end_of_a_chain_of_any_length_is_found_cold() {
        PartnerId partner = new PartnerId("par_cold");
        MongoLedger writer = instance();
        Chains chains = service.context().getBean(Chains.class);
        ChainHead first = ChainHead.start(partner);
        for (int length = 0; length <= 12; length++) {
            ChainHead head = writer.head(partner);
            assertThat(head.number()).isEqualTo(length);
            assertThat(chains.head(first)).isEqualTo(head);
            assertThat(chains.head(head)).isSameAs(head);
            writer.append(PostingMother.accrual("par_cold", "cold-" + length));
        }
        assertThat(instance().head(partner)).isEqualTo(writer.head(partner));
    }

    @Test
    void an_instance_that_fell_behind_catches_up_with_its_next_append() {
        MongoLedger behind = instance();
        behind.append(PostingMother.accrual("par_behind", "behind-0"));
        MongoLedger ahead = instance();
        for (int i = 1; i <= 9; i++) {
            ahead.append(PostingMother.accrual("par_behind", "behind-" + i));
        }

        assertThat(behind.append(PostingMother.accrual("par_behind", "behind-5")))
                .isFalse();
        assertThat(behind.append(PostingMother.accrual("par_behind", "behind-10")))
                .isTrue();

        assertThat(behind.head(new PartnerId("par_behind")).number()).isEqualTo(11);
        assertThat(verify("par_behind").path("verified").asBoolean()).isTrue();
    }

    @Test
    void a_batch_writes_up_to_the_first_posting_that_is_there_already_and_leaves_no_gap() {
        MongoLedger ledger = instance();
        ledger.append(PostingMother.accrual("par_batch", "batch-3"));
        LedgerBatch batch = ledger.batch();
        IntStream.rangeClosed(1, 5)
                .mapToObj(i -> PostingMother.accrual("par_batch", "batch-" + i))
                .forEach(batch::add);
        batch.add(PostingMother.accrual("par_batch", "batch-1"));

        assertThat(batch.commit())
                .containsExactly(
                        PostingMother.accrual("par_batch", "batch-1").cause(),
                        PostingMother.accrual("par_batch", "batch-2").cause());
        assertThat(batch.commit()).isEmpty();
        assertThat(ledger.append(PostingMother.accrual("par_batch", "batch-4"))).isTrue();

        assertThat(instance().head(new PartnerId("par_batch")).number()).isEqualTo(4);
        assertThat(verify("par_batch").path("verified").asBoolean()).isTrue();
    }

    @Test
    void a_batch_of_an_instance_that_fell_behind_writes_nothing_and_the_next_one_does() {
        MongoLedger behind = instance();
        behind.append(PostingMother.accrual("par_late", "late-0"));
        instance().append(PostingMother.accrual("par_late", "late-1"));
        LedgerBatch batch = behind.batch();

        batch.add(PostingMother.accrual("par_late", "late-2"));
        assertThat(batch.commit()).isEmpty();
        batch.add(PostingMother.accrual("par_late", "late-2"));
        assertThat(batch.commit()).hasSize(1);

        assertThat(verify("par_late").path("checked").asInt()).isEqualTo(3);
    }

    @Test
    void an_instance_that_fell_behind_with_many_partners_catches_up_with_all_of_them_in_one_attempt() {
        List<String> partners =
                IntStream.range(0, 30).mapToObj(i -> "par_moved" + i).toList();
        MongoLedger behind = instance();
        partners.forEach(partner -> behind.append(PostingMother.accrual(partner, partner + "-0")));
        MongoLedger ahead = instance();
        partners.forEach(partner -> ahead.append(PostingMother.accrual(partner, partner + "-1")));
        LedgerBatch batch = behind.batch();

        partners.forEach(partner -> batch.add(PostingMother.accrual(partner, partner + "-2")));
        assertThat(batch.commit()).isEmpty();
        partners.forEach(partner -> batch.add(PostingMother.accrual(partner, partner + "-2")));
        assertThat(batch.commit()).hasSize(partners.size());

        assertThat(verify("par_moved29").path("checked").asInt()).isEqualTo(3);
    }

    @Test
    void nothing_due_is_in_the_chain_but_moves_no_money() {
        MongoLedger ledger = instance();
        ledger.append(PostingMother.nothingDue("par_none", "none-1"));
        ledger.append(PostingMother.accrual("par_none", "none-2"));

        List<ChainedTransaction> chain =
                ledger.chain(new PartnerId("par_none"), PageRequest.first()).items();
        assertThat(chain.get(0).transaction().lines()).isEmpty();
        assertThat(chain.get(1).transaction().counters().dealsByYear()).containsEntry(2026, 2L);
        assertThat(service.get("/api/commissions?partnerId=par_none")
                        .json()
                        .path("items")
                        .size())
                .isEqualTo(1);
        assertThat(verify("par_none").path("verified").asBoolean()).isTrue();
    }

    @Test
    void a_partners_commissions_come_in_pages_without_those_that_earned_nothing() {
        MongoLedger ledger = instance();
        for (int i = 0; i < 12; i++) {
            ledger.append(
                    i % 3 == 0
                            ? PostingMother.nothingDue("par_pages", "pages-" + i)
                            : PostingMother.accrual("par_pages", "pages-" + i));
        }
        for (String path : List.of("/api/commissions?partnerId=par_pages&", "/api/commissions?")) {
            List<String> deals = all(path + "limit=3&cursor=").stream()
                    .map(item -> item.path("dealId").asString())
                    .toList();
            assertThat(deals.stream().filter(deal -> deal.startsWith("pages-")))
                    .containsExactly(
                            "pages-1", "pages-2", "pages-4", "pages-5", "pages-7", "pages-8", "pages-10", "pages-11");
            assertThat(deals).doesNotHaveDuplicates();
        }
        assertThat(service.get("/api/commissions?partnerId=par_pages&cursor=eA").status())
                .isEqualTo(400);
    }

    @Test
    void a_commission_that_only_a_later_tier_lifted_is_listed_and_exported_from_then_on() {
        MongoLedger ledger = instance();
        ledger.append(PostingMother.nothingDue("par_lifted", "lifted-1"));
        ledger.append(PostingMother.nothingDue("par_lifted", "lifted-2"));
        ledger.append(PostingMother.accrual("par_lifted", "lifted-3"));
        ledger.append(PostingMother.lifted("par_lifted", "lifted-1"));

        for (String path : List.of("/api/commissions?partnerId=par_lifted&", "/api/commissions?")) {
            assertThat(all(path + "limit=200&cursor="))
                    .filteredOn(item -> item.path("partnerId").asString().equals("par_lifted"))
                    .extracting(
                            item -> item.path("dealId").asString(),
                            item -> item.path("amounts").path("net").asString())
                    .containsExactly(tuple("lifted-3", "10.00"), tuple("lifted-1", "15.00"));
        }
        assertThat(service.get("/api/commissions/export?period=" + Year.now(ZoneOffset.UTC))
                        .body()
                        .lines()
                        .filter(line -> line.contains(",par_lifted,")))
                .hasSize(2)
                .last()
                .asString()
                .contains(",lifted-1,")
                .contains(",standard,1,,,CLIENT_PAYMENT,ACCRUED,USD,100.00,0.00,15.00,0.00,0.00,15.00,")
                .endsWith("par_lifted/000000000004");
    }

    @Test
    void commissions_of_a_time_are_handed_over_a_few_hundred_at_once() {
        LedgerBatch batch = instance().batch();
        IntStream.range(0, 210)
                .mapToObj(i -> PostingMother.accrual("par_blocks", "blocks-" + i))
                .forEach(batch::add);
        batch.commit();
        List<Integer> blocks = new ArrayList<>();

        service.context().getBean(Commissions.class).accruedWithin(Instant.EPOCH, Instant.MAX, block -> {
            if (block.get(0).partnerId().equals(new PartnerId("par_blocks"))) {
                blocks.add(block.size());
            }
        });

        assertThat(blocks).containsExactly(200, 10);
    }

    @Test
    void verify_finds_an_amount_that_somebody_changed() {
        tampered("par_amount", 2, Updates.set("commission.amount.amount", "99.00"));

        assertThat(difference("par_amount")).contains("par_amount/000000000002").contains("changed after");
    }

    @Test
    void verify_finds_a_change_whose_hash_was_made_to_fit() {
        tampered("par_forged", 2, Updates.set("balances.USD.ACCRUED", "99.00"));
        Document forged = ledger().find(eq("_id", id("par_forged", 2))).first();
        ledger().updateOne(eq("_id", id("par_forged", 2)), Updates.set("hash", CanonicalText.hash(forged)));

        assertThat(difference("par_forged")).contains("par_forged/000000000002").contains("balances");
    }

    @Test
    void verify_finds_a_transaction_that_somebody_removed() {
        tampered("par_gap", 3, Updates.set("note", "to be removed"));
        ledger().deleteOne(eq("_id", id("par_gap", 3)));

        assertThat(difference("par_gap")).contains("par_gap/000000000003").contains("missing");
    }

    @Test
    void verify_finds_lines_that_somebody_unbalanced() {
        tampered("par_lines", 1, Updates.set("lines.0.amount.amount", "11.00"));

        assertThat(difference("par_lines")).contains("par_lines/000000000001");
    }

    /** A chain of four with one document edited by hand. */
    private static List<JsonNode> all(String path) {
        List<JsonNode> items = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = service.get(path + cursor).json();
            page.path("items").forEach(items::add);
            cursor = page.path("next").asString("");
        } while (!cursor.isEmpty());
        return items;
    }

    private static void tampered(String partner, long number, Bson edit) {
        MongoLedger ledger = instance();
        for (int i = 0; i < 4; i++) {
            ledger.append(PostingMother.accrual(partner, partner + "-" + i));
        }
        assertThat(verify(partner).path("verified").asBoolean()).isTrue();
        assertThat(ledger().updateOne(eq("_id", id(partner, number)), edit).getModifiedCount())
                .isEqualTo(1);
    }

    private static String difference(String partner) {
        JsonNode answer = verify(partner);
        assertThat(answer.path("verified").asBoolean()).isFalse();
        assertThat(service.post("/api/ledger/verify", "")
                        .json()
                        .path("verified")
                        .asBoolean())
                .isFalse();
        return answer.path("firstDifference").toString();
    }

    private static JsonNode verify(String partner) {
        return service.post("/api/ledger/verify?partnerId=" + partner, "").json();
    }

    private static String id(String partner, long number) {
        return new TransactionId(new PartnerId(partner), number).toString();
    }

    private static MongoCollection<Document> ledger() {
        return service.mongo().getCollection(Chains.COLLECTION);
    }

    /** The ledger as another instance of the service has it: same store, its own memory. */
    private static MongoLedger instance() {
        ApplicationContext context = service.context();
        ChainHeads heads = new ChainHeads(context.getBean(Chains.class));
        return new MongoLedger(
                service.mongo(),
                context.getBean(LedgerDocuments.class),
                context.getBean(Chains.class),
                heads,
                new LedgerWriter(
                        service.mongo(),
                        context.getBean(LedgerDocuments.class),
                        heads,
                        context.getBean(TransactionEvents.class),
                        List.of(),
                        context.getBean(EventRecorder.class),
                        context.getBean(OutboxRelay.class),
                        context.getBean(MeterRegistry.class),
                        context.getBean(Clock.class)));
    }
}
