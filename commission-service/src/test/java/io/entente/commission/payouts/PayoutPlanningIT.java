package io.entente.commission.payouts;

import static io.entente.commission.payouts.RunningPayouts.CLOCK;
import static io.entente.commission.payouts.RunningPayouts.MAKER;
import static io.entente.commission.payouts.RunningPayouts.PAYEE;
import static io.entente.commission.payouts.RunningPayouts.payable;
import static io.entente.commission.payouts.RunningPayouts.payableInEuros;
import static io.entente.commission.payouts.RunningPayouts.payoutsOf;
import static io.entente.commission.payouts.RunningPayouts.planned;
import static io.entente.commission.payouts.RunningPayouts.putPayee;
import static io.entente.commission.payouts.RunningPayouts.reasons;
import static io.entente.commission.payouts.RunningPayouts.service;
import static io.entente.commission.payouts.RunningPayouts.verifyLedger;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.commission.commissions.CommissionId;
import io.entente.commission.commissions.CommissionLife;
import io.entente.commission.commissions.payables.Payables;
import io.entente.commission.commissions.payables.Paying;
import io.entente.commission.commissions.payables.PayoutEntry;
import io.entente.commission.commissions.payables.TaxTerms;
import io.entente.commission.partners.PartnerId;
import io.entente.commission.payouts.policy.BlockReason;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Batches over HTTP: which commissions and partners a batch pays. */
@ExtendWith(RunningPayouts.class)
class PayoutPlanningIT {

    @Test
    void a_payout_that_no_bank_would_transfer_is_blocked_and_its_money_stays_payable() {
        String partner = "par_huge";
        String payee =
                """
                {"holder":"Harbour Pine GmbH","iban":"DE89370400440532013000","country":"DE","currency":"EUR"}
                """;
        Money payable = payableInEuros(partner, "huge-1", "99999999999.00");
        assertThat(payable).isEqualTo(Money.parse("EUR 9999999999.90"));
        putPayee(partner, payee);

        String batch = planned("huge-1", partner, "EUR");

        assertThat(payoutsOf(batch, partner)).isEmpty();
        assertThat(reasons(batch, partner)).containsExactly("BANK_RULES");
        assertThat(service().get(batch + "/blocks?limit=200").body())
                .contains("InstdAmt of a SEPA transfer must be euros with two decimals, at most 999999999.99.");
        assertThat(service()
                        .get(batch + "/blocks?reason=BANK_RULES&partnerId=" + partner)
                        .json()
                        .path("items"))
                .hasSize(1);
        assertThat(service()
                        .get(batch + "/blocks/export?reason=ON_HOLD&partnerId=" + partner)
                        .body()
                        .lines())
                .hasSize(1);
        assertThat(service().get(batch + "/blocks/export").body())
                .startsWith("batchId,partnerId,currency,payable,held,owed,reasons,missing")
                .contains(",par_huge,EUR,9999999999.90,0.00,0.00,BANK_RULES,");
        JsonNode balance = service().get("/api/balances/" + partner).json();
        assertThat(balance.toString()).contains("9999999999.90");
        verifyLedger();
    }

    @Test
    void two_batches_that_are_planned_at_once_do_not_pay_the_same_commission() throws Exception {
        String partner = "par_race";
        Money payable = payable(partner, "race-1");
        putPayee(partner);
        ExecutorService callers = Executors.newFixedThreadPool(2);
        List<String> batches = new ArrayList<>();
        try {
            List<Callable<String>> plans = List.of(() -> planned("race-a", partner), () -> planned("race-b", partner));
            for (Future<String> plan : callers.invokeAll(plans)) {
                batches.add(plan.get());
            }
        } finally {
            callers.shutdownNow();
        }

        String found = "/api/payout-batches?limit=200&order=desc&q=u-1";
        assertThat(service().get(found).json().path("items")).isNotEmpty();
        assertThat(service()
                        .get(found + "&status=CANCELLED&plannedFrom=2999-01-01")
                        .json()
                        .path("items"))
                .isEmpty();
        assertThat(service().get(found + "&plannedTo=2000-01-01").json().path("items"))
                .isEmpty();
        assertThat(service()
                        .get("/api/payout-batches/export?plannedTo=2000-01-01")
                        .body()
                        .lines())
                .hasSize(1);
        assertThat(service().get("/api/payout-batches/export").body())
                .startsWith("batchId,status,cutOff,")
                .contains("race-a,PLANNED,", "race-b,PLANNED,", ",USD,");
        List<JsonNode> payouts = new ArrayList<>();
        batches.forEach(batch -> payoutsOf(batch, partner).forEach(payouts::add));
        assertThat(payouts).hasSize(1);
        assertThat(payouts.get(0).path("amount").path("amount").asString())
                .isEqualTo(payable.getAmount().toPlainString());
        verifyLedger();
    }

    @Test
    void concurrent_allocations_put_every_commission_into_exactly_one_payout() throws Exception {
        String partner = "par_crowd";
        Money payable = Money.zero(CurrencyUnit.USD);
        for (int deal = 0; deal < 6; deal++) {
            payable = payable.plus(payable(partner, "crowd-" + deal));
        }
        PayableMoney money = service().context().getBean(PayableMoney.class);
        Payables payables = service().context().getBean(Payables.class);
        LocalDate cutOff = LocalDate.ofInstant(CLOCK.instant(), ZoneOffset.UTC);
        ExecutorService callers = Executors.newFixedThreadPool(6);
        List<PayoutId> ids = new ArrayList<>();
        try {
            List<Callable<Optional<PayableMoney.Allocation>>> takes = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                PayoutId id = PayoutId.of("crowd-" + i / 2, new PartnerId(partner), CurrencyUnit.USD);
                ids.add(id);
                takes.add(() -> money.allocate(
                        id, new PartnerId(partner), CurrencyUnit.USD, cutOff, TaxTerms.NONE, "finance:u-1"));
            }
            for (Future<Optional<PayableMoney.Allocation>> take : callers.invokeAll(takes)) {
                take.get();
            }
        } finally {
            callers.shutdownNow();
        }

        List<PayoutEntry.Item> items = ids.stream()
                .distinct()
                .flatMap(id -> payables.find(id.value()).stream())
                .flatMap(entry -> entry.items().stream())
                .toList();
        assertThat(items).extracting(PayoutEntry.Item::commission).doesNotHaveDuplicates();
        assertThat(items.stream().map(PayoutEntry.Item::amount).reduce(Money.zero(CurrencyUnit.USD), Money::plus))
                .isEqualTo(payable);
        verifyLedger();
    }

    @Test
    void what_a_crash_left_allocated_is_paid_by_the_same_batch() {
        String partner = "par_half";
        Money payable = payable(partner, "half-1").plus(payable(partner, "half-2"));
        putPayee(partner);
        allocate("half-a", partner, "half-1");

        assertOnePayoutOf(payable, planned("half-a", partner), partner);
    }

    @Test
    void a_payout_whose_commissions_were_all_allocated_before_a_crash_is_planned() {
        String partner = "par_whole";
        Money payable = payable(partner, "whole-half-1");
        putPayee(partner);
        allocate("whole-half", partner, "whole-half-1");

        assertOnePayoutOf(payable, planned("whole-half", partner), partner);
    }

    @Test
    void what_a_crash_left_allocated_is_payable_again_if_the_partner_was_put_on_hold_since() {
        String partner = "par_half_held";
        Money payable = payable(partner, "half-held-1");
        allocate("half-held", partner, "half-held-1");
        putPayee(partner, PAYEE.replace("\"taxId\"", "\"hold\":\"Dispute.\",\"taxId\""));

        assertThat(reasons(planned("half-held", partner), partner)).containsExactly("ON_HOLD");

        putPayee(partner);
        assertOnePayoutOf(payable, planned("half-held-2", partner), partner);
    }

    @Test
    void a_block_that_was_written_before_a_crash_stands_and_gives_the_money_back() {
        String partner = "par_block_stands";
        Money payable = payable(partner, "block-stands-1");
        putPayee(partner);
        PayoutId id = PayoutId.of("block-stands", new PartnerId(partner), CurrencyUnit.USD);
        PayableMoney money = service().context().getBean(PayableMoney.class);
        LocalDate cutOff = LocalDate.ofInstant(CLOCK.instant(), ZoneOffset.UTC);
        assertThat(money.allocate(id, new PartnerId(partner), CurrencyUnit.USD, cutOff, TaxTerms.NONE, "user:fin-1"))
                .isPresent();
        Money nothing = Money.zero(CurrencyUnit.USD);
        service()
                .context()
                .getBean(PayoutBatches.class)
                .block(new PayoutBlock(
                        id,
                        new PartnerId(partner),
                        new PayableBalance(payable, nothing, nothing),
                        Set.of(BlockReason.ON_HOLD),
                        null));

        assertThat(reasons(planned("block-stands", partner), partner)).containsExactly("ON_HOLD");
        assertOnePayoutOf(payable, planned("block-stood", partner), partner);
    }

    @Test
    void a_partner_that_cannot_be_paid_is_listed_with_every_reason() {
        String partner = "par_blocked";
        payable(partner, "blocked-1");

        assertThat(reasons(planned("blocked-1", partner), partner)).containsExactly("NO_PAYMENT_DETAILS");
        assertThat(service()
                        .request(
                                "PUT",
                                "/api/payees/" + partner,
                                PAYEE.replace("\"W9\"", "\"W8BENE\"")
                                        .replace("\"taxId\"", "\"hold\":\"Dispute.\",\"taxId\""),
                                MAKER)
                        .status())
                .isEqualTo(200);
        assertThat(reasons(planned("blocked-2", partner), partner))
                .containsExactlyInAnyOrder("ON_HOLD", "MISSING_TAX_FORM");
        putPayee(partner);
        String batch = planned("blocked-3", partner);
        assertThat(payoutsOf(batch, partner)).hasSize(1);

        assertThat(service()
                        .post(batch + "/cancel", "", MAKER)
                        .json()
                        .path("status")
                        .asString())
                .isEqualTo("CANCELLED");
        assertThat(payoutsOf(planned("blocked-4", partner), partner))
                .as("payable again")
                .hasSize(1);
        verifyLedger();
    }

    @Test
    void an_invalid_batch_is_refused_with_an_error_for_each_field() {
        assertThat(service()
                        .post("/api/payout-batches", "{\"currencies\":[]}", MAKER)
                        .body())
                .contains("\"cutOff\"")
                .contains("\"currencies\"");
        assertThat(service()
                        .post(
                                "/api/payout-batches",
                                """
                                {"cutOff":"2099-04-01","currencies":["USD","XXY"],"minimum":[
                                 {"amount":"5.00","currency":"EUR"},{"amount":"0.00","currency":"USD"}]}
                                """,
                                MAKER)
                        .json()
                        .path("errors")
                        .findValuesAsString("field"))
                .containsExactly("currencies[1]", "minimum[0].currency", "minimum[1].amount", "cutOff");
        String batch = "{\"batchId\":\"same\",\"cutOff\":\"2026-04-01\",\"currencies\":[\"CHF\"]}";
        assertThat(service().post("/api/payout-batches", batch, MAKER).status()).isEqualTo(202);
        assertThat(service().post("/api/payout-batches", batch, MAKER).header("Idempotency-Replayed"))
                .contains("true");
        assertThat(service()
                        .post("/api/payout-batches", batch.replace("CHF", "EUR"), MAKER)
                        .status())
                .isEqualTo(422);
        assertThat(service().get("/api/payout-batches/none").status()).isEqualTo(404);
    }

    @Test
    void a_batch_is_executed_today_or_later() {
        LocalDate today = LocalDate.ofInstant(CLOCK.instant(), ZoneOffset.UTC);
        String batch = "{\"batchId\":\"late\",\"cutOff\":\"2026-04-01\",\"currencies\":[\"CHF\"],\"executeOn\":\"%s\"}";

        JsonNode refused = service()
                .post("/api/payout-batches", batch.formatted(today.minusDays(1)), MAKER)
                .json();
        assertThat(refused.path("errors").findValuesAsString("field")).containsExactly("executeOn");
        assertThat(refused.path("errors").findValuesAsString("message"))
                .containsExactly("must not be in the past; today is " + today + " in the time zone of the program");
        assertThat(service().get("/api/payout-batches/late").status()).isEqualTo(404);

        String accepted = batch.formatted(today);
        assertThat(service().post("/api/payout-batches", accepted, MAKER).status())
                .isEqualTo(202);
        CLOCK.moveTo(CLOCK.instant().plus(Duration.ofDays(1)));
        assertThat(service().post("/api/payout-batches", accepted, MAKER).header("Idempotency-Replayed"))
                .as("the same request, repeated on the next day")
                .contains("true");
    }

    private static void assertOnePayoutOf(Money amount, String batch, String partner) {
        assertThat(payoutsOf(batch, partner)).singleElement().satisfies(payout -> assertThat(
                        payout.path("amount").path("amount").asString())
                .isEqualTo(amount.getAmount().toPlainString()));
        verifyLedger();
    }

    /** What the planning of a batch has done for a commission when it is killed right after it. */
    private static void allocate(String batch, String partner, String deal) {
        PayoutId payout = PayoutId.of(batch, new PartnerId(partner), CurrencyUnit.USD);
        LocalDate cutOff = LocalDate.ofInstant(CLOCK.instant(), ZoneOffset.UTC);
        CommissionId commission = CommissionId.of(deal, new PartnerId(partner));
        assertThat(service()
                        .context()
                        .getBean(CommissionLife.class)
                        .change(commission, now -> Paying.allocate(now, payout.value(), cutOff, "user:fin-1")))
                .isPresent();
    }
}
