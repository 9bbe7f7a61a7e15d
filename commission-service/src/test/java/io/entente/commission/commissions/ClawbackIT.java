package io.entente.commission.commissions;

import static io.entente.commission.commissions.RunningCommissions.CUT_OFF;
import static io.entente.commission.commissions.RunningCommissions.allocate;
import static io.entente.commission.commissions.RunningCommissions.amounts;
import static io.entente.commission.commissions.RunningCommissions.awaitStatus;
import static io.entente.commission.commissions.RunningCommissions.closeDeal;
import static io.entente.commission.commissions.RunningCommissions.eventsOf;
import static io.entente.commission.commissions.RunningCommissions.pay;
import static io.entente.commission.commissions.RunningCommissions.publishProfile;
import static io.entente.commission.commissions.RunningCommissions.refund;
import static io.entente.commission.commissions.RunningCommissions.service;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.commission.commissions.payables.Payables;
import io.entente.commission.commissions.payables.PayoutEntry;
import io.entente.commission.partners.PartnerId;
import io.entente.testkit.Contracts;
import io.entente.testkit.PublishedRecord;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Reversals and refunds, and the payouts that they are deducted from. */
@ExtendWith(RunningCommissions.class)
class ClawbackIT {

    @Test
    void a_reversal_that_arrives_before_its_deal_nets_to_zero() {
        publishProfile("par_undone");
        service()
                .publish(
                        "referral.events",
                        "referral.deal-reversed.v1",
                        "ref_undone-1",
                        2,
                        "par_undone",
                        """
                {"referralId":"ref_undone-1","partnerId":"par_undone","dealId":"undone-1","service":"Audit",
                 "client":{"key":"brightwater.example","organisation":"Brightwater"},
                 "amount":{"amount":"1000.00","currency":"USD"},"dealAmount":{"amount":"1000.00","currency":"USD"},
                 "reversedOn":"2026-04-03","reason":"The client withdrew.","occurredAt":"2026-04-03T09:00:00Z",
                 "actor":"system","origin":"LIVE"}
                """);
        String commission = closeDeal("par_undone", "undone-1");

        awaitStatus(commission, "VOIDED");
        JsonNode chain = service().get("/api/ledger/par_undone").json().path("items");
        assertThat(chain.size()).isEqualTo(3);
        assertThat(service().get("/api/balances/par_undone").body()).contains("\"accrued\":\"0.00\"");
        PublishedRecord voided = eventsOf(
                        commission,
                        service()
                                .awaitRecords(
                                        "commission.events",
                                        all -> eventsOf(commission, all).size() == 2))
                .get(1);
        assertThat(voided.type()).isEqualTo("commission.commission-voided.v1");
        Contracts.assertMatches(voided.type(), voided.text());
    }

    @Test
    void a_refund_after_a_payout_is_deducted_from_the_next_payout() {
        Payables payables = service().context().getBean(Payables.class);
        PartnerId partner = new PartnerId("par_out");
        String first = closeDeal("par_out", "out-1");
        pay("out-1-a", "out-1", "1000.00");
        awaitStatus(first, "PAYABLE");
        PayoutEntry one = allocate(payables, "po-1", partner).orElseThrow();
        assertThat(one.net()).isEqualTo(Money.parse("USD 100.00"));
        assertThat(allocate(payables, "po-1", partner)).contains(one);
        assertThat(allocate(payables, "po-2", partner)).isEmpty();
        payables.paid("po-1", "finance:u-1");
        payables.paid("po-1", "finance:u-1");
        awaitStatus(first, "PAID");

        refund("out-1-r", "out-1", "400.00");
        assertThat(service().get("/api/balances/par_out").body())
                .contains("\"paid\":\"100.00\",\"clawbackDue\":\"40.00\"");
        String second = closeDeal("par_out", "out-2");
        pay("out-2-a", "out-2", "1000.00");
        awaitBalances(
                "par_out", "\"payable\":\"60.00\",\"allocated\":\"0.00\",\"paid\":\"100.00\",\"clawbackDue\":\"0.00\"");
        assertThat(amounts(second).path("netted").asString()).isEqualTo("40.00");
        assertThat(payables.payable(partner, CurrencyUnit.USD, CUT_OFF).net()).isEqualTo(Money.parse("USD 60.00"));
        PayoutEntry next = allocate(payables, "po-3", partner).orElseThrow();
        assertThat(next.net()).isEqualTo(Money.parse("USD 60.00"));
        payables.failed("po-3", "The account is closed.", "system");
        assertThat(service().get("/api/balances/par_out").body())
                .contains("\"payable\":\"60.00\",\"allocated\":\"0.00\",\"paid\":\"100.00\",\"clawbackDue\":\"0.00\"");
        allocate(payables, "po-4", partner);
        payables.paid("po-4", "finance:u-1");
        assertThat(service().get("/api/balances/par_out").body())
                .contains("\"payable\":\"0.00\",\"allocated\":\"0.00\",\"paid\":\"160.00\",\"clawbackDue\":\"0.00\"");
        payables.returned("po-4", 0, "The bank sent it back.", "system");
        assertThat(service().get("/api/balances/par_out").body())
                .contains("\"payable\":\"60.00\",\"allocated\":\"0.00\",\"paid\":\"100.00\",\"clawbackDue\":\"0.00\"");
    }

    private static void awaitBalances(String partner, String balances) {
        Awaitility.await(balances)
                .atMost(RunningCommissions.PATIENCE)
                .until(() -> service().get("/api/balances/" + partner).body().contains(balances));
    }

    @Test
    void concurrent_payouts_contain_every_commission_exactly_once() {
        Payables payables = service().context().getBean(Payables.class);
        PartnerId partner = new PartnerId("par_race");
        List<String> commissions = IntStream.range(0, 4)
                .mapToObj(i -> closeDeal("par_race", "race-" + i))
                .toList();
        IntStream.range(0, 4).forEach(i -> pay("race-pay-" + i, "race-" + i, "1000.00"));
        commissions.forEach(commission -> awaitStatus(commission, "PAYABLE"));

        List<CompletableFuture<Optional<PayoutEntry>>> planned = IntStream.range(0, 4)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> allocate(payables, "race-po-" + i, partner)))
                .toList();

        List<PayoutEntry.Item> items = planned.stream()
                .map(CompletableFuture::join)
                .flatMap(Optional::stream)
                .flatMap(payout -> payout.items().stream())
                .toList();
        assertThat(items).hasSize(4).extracting(PayoutEntry.Item::commission).doesNotHaveDuplicates();
        assertThat(service().get("/api/balances/par_race").body())
                .contains("\"payable\":\"0.00\",\"allocated\":\"400.00\"");
    }
}
