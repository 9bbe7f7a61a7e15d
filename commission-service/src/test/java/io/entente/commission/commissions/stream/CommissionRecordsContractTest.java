package io.entente.commission.commissions.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.entente.commission.commissions.Posting;
import io.entente.commission.commissions.PostingMother;
import io.entente.commission.ledger.ChainHead;
import io.entente.commission.ledger.LedgerTransaction;
import io.entente.commission.ledger.TransactionEvents.Event;
import io.entente.platform.events.outbox.EventRecorder;
import io.entente.platform.events.outbox.OutboxRecord;
import io.entente.testkit.Contracts;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class CommissionRecordsContractTest {

    private final EventRecorder recorder = new EventRecorder(
            "commission-service",
            JsonMapper.builder()
                    .changeDefaultPropertyInclusion(
                            inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
                    .build(),
            Tracer.NOOP,
            Propagator.NOOP);

    @Test
    void an_accrual_is_told_as_the_contract_says() {
        OutboxRecord record = record(transaction(PostingMother.accrual("par_pine", "d")));

        assertThat(record.envelope().type()).isEqualTo("commission.commission-accrued.v1");
        assertThat(record.envelope().sequence()).isEqualTo(1);
        assertThat(record.envelope().partitionKey()).isEqualTo("par_pine");
        Contracts.assertMatches(record.envelope().type(), record.data());
    }

    @Test
    void no_commission_is_told_as_the_contract_says() {
        OutboxRecord record = record(transaction(PostingMother.nothingDue("par_pine", "d")));

        assertThat(record.envelope().type()).isEqualTo("commission.no-commission-due.v1");
        Contracts.assertMatches(record.envelope().type(), record.data());
    }

    @Test
    void a_commission_on_a_payment_with_bands_and_limits_is_told_as_the_contract_says() {
        OutboxRecord record = record(transaction(PostingMother.onPayment("par_pine", "d")));

        Contracts.assertMatches(record.envelope().type(), record.data());
        assertThat(record.data())
                .contains(
                        "\"payment\":{\"id\":\"inv-7\"",
                        "\"kept\":{\"amount\":\"14000.00\"",
                        "\"earnedBefore\":{\"amount\":\"500.00\"",
                        "{\"rate\":\"0.08\",\"of\":{\"amount\":\"4000.00\"",
                        "\"capPerDeal\":{\"amount\":\"800.00\"");
    }

    private OutboxRecord record(LedgerTransaction transaction) {
        Event event = new CommissionRecords().of(transaction).get(0);
        return recorder.record(
                "commission.events",
                event.type(),
                event.subject(),
                transaction.partnerId().value(),
                event.sequence(),
                transaction.recordedAt(),
                event.payload());
    }

    private static LedgerTransaction transaction(Posting posting) {
        return ChainHead.start(posting.deal().partnerId()).next(posting, Instant.parse("2026-04-02T09:00:00Z"));
    }
}
