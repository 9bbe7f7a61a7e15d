package io.entente.commission.invoices.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.entente.commission.CommissionServiceApplication;
import io.entente.commission.invoices.InvoiceKind;
import io.entente.commission.invoices.InvoiceMother;
import io.entente.commission.invoices.InvoiceNumber;
import io.entente.commission.invoices.IssuedInvoice;
import io.entente.commission.invoices.lists.InvoiceFilter;
import io.entente.commission.invoices.vat.TaxProfile;
import io.entente.commission.invoices.vat.TaxStatus;
import io.entente.commission.invoices.vat.VatIdCheck;
import io.entente.commission.invoices.vat.VatRule;
import io.entente.commission.invoices.vat.changes.TaxProfileChange;
import io.entente.commission.invoices.vat.changes.TaxProfileChange.State;
import io.entente.commission.invoices.vat.changes.TaxProfileEvent;
import io.entente.commission.partners.PartnerId;
import io.entente.commission.statements.Quarter;
import io.entente.commission.statements.StatementId;
import io.entente.platform.domain.Change;
import io.entente.platform.domain.ConcurrentUpdateException;
import io.entente.platform.domain.OptimisticRetry;
import io.entente.platform.domain.PageRequest;
import io.entente.platform.domain.lists.SortOrder;
import io.entente.platform.events.outbox.EventRecorder;
import io.entente.platform.events.store.AggregateStores;
import io.entente.platform.secrets.mongo.SealOldDocuments;
import io.entente.testkit.RunningService;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.bson.Document;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.data.mongodb.core.MongoOperations;

class MongoInvoicesIT {

    private static final int THREADS = 8;
    private static final int EACH = 25;

    private static RunningService service;

    @BeforeAll
    static void start() {
        service = RunningService.start(CommissionServiceApplication.service());
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @BeforeEach
    void empty() {
        for (String collection : List.of(MongoInvoices.COLLECTION, MongoTaxProfiles.COLLECTION)) {
            service.mongo().getCollection(collection).deleteMany(new Document());
        }
    }

    /** An adapter of its own, as in another instance. */
    private static MongoInvoices adapter() {
        ApplicationContext context = service.context();
        return new MongoInvoices(
                context.getBean(AggregateStores.class),
                context.getBean(MongoOperations.class),
                context.getBean(EventRecorder.class),
                context.getBean(Clock.class));
    }

    @Test
    void writers_that_race_for_the_next_number_leave_no_gap() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        List<Future<?>> writers = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            // Two threads share each statement.
            MongoInvoices invoices = adapter();
            int pair = thread / 2;
            writers.add(threads.submit(() -> {
                for (int i = 0; i < EACH; i++) {
                    issue(invoices, "stm_%d_%d".formatted(pair, i), i);
                }
            }));
        }
        for (Future<?> writer : writers) {
            writer.get();
        }
        threads.shutdown();

        long issued = THREADS / 2 * EACH;
        List<Long> numbers =
                adapter().page(of(null, null, false), new PageRequest(PageRequest.MAX_LIMIT, null)).items().stream()
                        .map(invoice -> invoice.number().position())
                        .toList();
        assertThat(numbers)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, issued).boxed().toList());
    }

    /** Every fifth time the process dies after it has taken a number and before it stores the invoice. */
    private static void issue(MongoInvoices invoices, String statement, int attempt) {
        if (attempt % 5 == 0) {
            invoices.next("SB", 2026);
        }
        boolean unused = OptimisticRetry.retryOnConflict(1_000, () -> {
            if (invoices.isIssued(new StatementId(statement), null)) {
                return false;
            }
            long next = invoices.next("SB", 2026).position();
            if (!invoices.add(issued(next, statement, "EUR 10.00"))) {
                throw new ConcurrentUpdateException("the number or the statement is taken");
            }
            return true;
        });
    }

    @Test
    void each_series_and_year_begins_with_one_and_a_statement_is_invoiced_once() {
        MongoInvoices invoices = adapter();

        assertThat(invoices.add(issued(1, "stm_1", "EUR 10.00"))).isTrue();
        assertThat(invoices.add(issued(1, "stm_2", "EUR 10.00")))
                .as("the number is taken")
                .isFalse();
        assertThat(invoices.add(issued(2, "stm_1", "EUR 10.00")))
                .as("the statement is invoiced")
                .isFalse();
        assertThat(invoices.add(issued(2, "stm_1", "EUR -3.00")))
                .as("a credit note of the same statement")
                .isTrue();
        assertThat(invoices.add(issued(3, "stm_1", "EUR -3.00")))
                .as("a second credit note for the same invoice")
                .isFalse();
        assertThat(invoices.isIssued(new StatementId("stm_1"), "SB-2026-00000007"))
                .isTrue();
        assertThat(invoices.isIssued(new StatementId("stm_1"), "SB-2026-00000006"))
                .isFalse();
        assertThat(invoices.next("SB", 2026)).isEqualTo(new InvoiceNumber("SB", 2026, 3));
        assertThat(invoices.next("SB", 2027)).isEqualTo(new InvoiceNumber("SB", 2027, 1));
        assertThat(invoices.next("SB", 2025)).isEqualTo(new InvoiceNumber("SB", 2025, 1));
        assertThat(invoices.next("SBX", 2026)).isEqualTo(new InvoiceNumber("SBX", 2026, 1));
        assertThat(new InvoiceNumber("SB", 2026, 2)).hasToString("SB-2026-00000002");
    }

    @Test
    void an_invoice_reads_as_it_was_written() {
        MongoInvoices invoices = adapter();
        IssuedInvoice written = issued(1, "stm_1", "EUR 1234.50");
        invoices.add(written);
        invoices.add(issued(2, "stm_2", "EUR -50.05"));

        assertThat(invoices.find("SB-2026-00000001")).contains(written);
        assertThat(invoices.ofStatement(new StatementId("stm_1"))).contains(written.invoice());
        assertThat(invoices.ofStatement(new StatementId("stm_2")))
                .as("credit notes left out")
                .isEmpty();
        assertThat(invoices.page(of(InvoiceMother.PARTNER, null, false), new PageRequest(1, null))
                        .items())
                .containsExactly(written.invoice());
        assertThat(invoices.page(of(null, InvoiceKind.CREDIT_NOTE, false), PageRequest.first())
                        .items())
                .extracting(invoice -> invoice.number().position())
                .containsExactly(2L);
        assertThat(invoices.page(of(null, null, true), PageRequest.first()).items())
                .isEmpty();
    }

    private static InvoiceFilter of(@Nullable PartnerId partner, @Nullable InvoiceKind kind, boolean inJapan) {
        return new InvoiceFilter(
                null,
                List.of(),
                partner,
                new Quarter(2026, 2),
                kind,
                inJapan ? CurrencyUnit.JPY : null,
                null,
                null,
                new SortOrder(InvoiceFilter.ISSUED, false));
    }

    @Test
    void the_tax_profile_of_a_day_is_the_latest_version_that_is_effective_on_it() {
        MongoTaxProfiles profiles = profiles();
        TaxProfileChange first =
                add(profiles, TaxProfileChange.enter(version(1, "2026-01-01", TaxStatus.SMALL_BUSINESS_EXEMPT)));
        TaxProfileChange second = add(profiles, first.request(version(2, "2026-07-01", TaxStatus.REGISTERED)));
        assertThat(status(profiles, "2026-07-01"))
                .as("the second version waits")
                .isEqualTo(TaxStatus.SMALL_BUSINESS_EXEMPT);
        approve(profiles, 2);

        assertThat(status(profiles, "2025-12-31")).isNull();
        assertThat(status(profiles, "2026-06-30")).isEqualTo(TaxStatus.SMALL_BUSINESS_EXEMPT);
        assertThat(status(profiles, "2026-07-01")).isEqualTo(TaxStatus.REGISTERED);
        add(profiles, second.request(version(3, "2026-01-01", TaxStatus.REGISTERED)));
        approve(profiles, 3);
        assertThat(status(profiles, "2026-06-30")).as("corrected").isEqualTo(TaxStatus.REGISTERED);
        add(profiles, second.request(version(4, "2026-01-01", TaxStatus.NOT_IN_BUSINESS)));
        profiles.change(InvoiceMother.PARTNER, 4, change -> change.refuse("Not so.", "finance:u-2", Instant.EPOCH));
        assertThat(status(profiles, "2026-06-30")).as("refused").isEqualTo(TaxStatus.REGISTERED);
        assertThat(profiles.applying(InvoiceMother.PARTNER)
                        .orElseThrow()
                        .profile()
                        .version())
                .isEqualTo(3);
        assertThat(profiles.history(InvoiceMother.PARTNER, PageRequest.first()).items())
                .extracting(change -> change.profile().version(), TaxProfileChange::state)
                .containsExactly(
                        tuple(1L, State.ENTERED),
                        tuple(2L, State.APPROVED),
                        tuple(3L, State.APPROVED),
                        tuple(4L, State.REFUSED));
        assertThat(profiles.add(TaxProfileChange.enter(version(4, "2026-01-01", TaxStatus.REGISTERED))))
                .as("the number is taken")
                .isFalse();
    }

    /** A version from before changes needed a second person has no state, and its version is its number. */
    @Test
    void a_tax_profile_from_before_there_were_two_people_applies() {
        MongoTaxProfiles profiles = profiles();
        TaxProfile old = version(7, "2026-01-01", TaxStatus.REGISTERED);
        PartnerId partner = new PartnerId("par_old");
        Document stored = new Document("_id", partner.value() + "/00000007")
                .append("partnerId", partner.value())
                .append("effectiveFrom", "2026-01-01")
                .append("status", "REGISTERED")
                .append("party", mongo().getConverter().convertToMongoType(old.party()))
                .append("withholdingRate", "15")
                .append("withholdingReason", "a law")
                .append("changedBy", "finance:u-1")
                .append("changedAt", java.util.Date.from(old.changedAt()))
                .append("version", 7L);
        SealOldDocuments plainTexts = service.context().getBean(SealOldDocuments.class);
        mongo().getCollection("sealed_collections").deleteOne(new Document("_id", "tax_profiles"));
        plainTexts.readMarks();
        mongo().getCollection("tax_profiles").insertOne(stored);

        TaxProfileChange read = profiles.applying(partner).orElseThrow();

        assertThat(read.profile().version()).isEqualTo(7);
        assertThat(read.state()).isEqualTo(State.ENTERED);
        assertThat(read.appliesSince()).isEqualTo(old.changedAt());
        assertThat(profiles.effectiveOn(partner, LocalDate.parse("2026-05-01")))
                .hasValueSatisfying(
                        profile -> assertThat(profile.withholdingRate()).isEqualByComparingTo("15"));
    }

    private static MongoOperations mongo() {
        return service.context().getBean(MongoOperations.class);
    }

    private static MongoTaxProfiles profiles() {
        return new MongoTaxProfiles(
                service.context().getBean(AggregateStores.class),
                service.context().getBean(EventRecorder.class));
    }

    private static TaxProfileChange add(MongoTaxProfiles profiles, Change<TaxProfileChange, TaxProfileEvent> added) {
        assertThat(profiles.add(added)).isTrue();
        return added.state();
    }

    private static void approve(MongoTaxProfiles profiles, long version) {
        assertThat(profiles.change(
                                InvoiceMother.PARTNER, version, change -> change.approve("finance:u-2", Instant.EPOCH))
                        .orElseThrow()
                        .isAllowed())
                .isTrue();
    }

    private static TaxStatus status(MongoTaxProfiles profiles, String day) {
        return profiles.effectiveOn(InvoiceMother.PARTNER, LocalDate.parse(day))
                .map(TaxProfile::status)
                .orElse(null);
    }

    private static TaxProfile version(long version, String from, TaxStatus status) {
        TaxProfile profile = InvoiceMother.profile(status, InvoiceMother.german("Pine GmbH"), null);
        return new TaxProfile(
                profile.partnerId(),
                LocalDate.parse(from),
                status,
                profile.party(),
                null,
                profile.withholdingRate(),
                null,
                null,
                "finance:u-1",
                profile.changedAt(),
                new VatIdCheck(VatIdCheck.Result.VALID, profile.changedAt(), "WAPI-1"),
                version);
    }

    private static IssuedInvoice issued(long position, String statement, String earned) {
        return new IssuedInvoice(
                InvoiceMother.invoice(position, statement, VatRule.DOMESTIC, "19", earned, Locale.GERMAN), "<xml/>");
    }
}
