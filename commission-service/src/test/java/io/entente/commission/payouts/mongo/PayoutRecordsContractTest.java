package io.entente.commission.payouts.mongo;

import static io.entente.commission.payouts.PayoutMother.NOW;
import static io.entente.commission.payouts.PayoutMother.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.entente.commission.payouts.Payout;
import io.entente.commission.payouts.PayoutEvent;
import io.entente.commission.payouts.PayoutMother;
import io.entente.commission.payouts.PayoutOutcome;
import io.entente.platform.domain.Change;
import io.entente.platform.events.outbox.EventRecorder;
import io.entente.platform.events.outbox.OutboxRecord;
import io.entente.testkit.Contracts;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class PayoutRecordsContractTest {

    private final PayoutRecords records = new PayoutRecords(new EventRecorder(
            "commission-service",
            JsonMapper.builder()
                    .changeDefaultPropertyInclusion(
                            inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
                    .build(),
            Tracer.NOOP,
            Propagator.NOOP));

    @Test
    void every_event_is_told_as_its_contract_says_and_never_an_account() {
        Payout planned = PayoutMother.planned(PayoutMother.payee("par_nord"), "EUR 100.00");
        check(planned.approve(TODAY, "finance:u-2", NOW), "commission.payout-approved.v1", 1);
        Payout submitted = PayoutMother.submitted();
        Change<Payout, PayoutEvent> paid = settled(submitted, PayoutOutcome.paid(TODAY, "finance:u-1"));
        check(paid, "commission.payout-paid.v1", 2);
        check(settled(submitted, PayoutOutcome.failed("Closed.", "finance:u-1")), "commission.payout-failed.v1", 2);
        check(
                settled(paid.state(), PayoutOutcome.returned(TODAY, "Back.", "finance:u-1")),
                "commission.payout-returned.v1",
                3);
    }

    @Test
    void the_correction_of_an_outcome_is_told_as_its_contract_says() {
        Payout paid = PayoutMother.submitted();
        check(
                Change.of(
                        paid.told(),
                        new PayoutEvent.OutcomeCorrectionRequested(
                                "cor_1", PayoutOutcome.Kind.PAID, PayoutOutcome.Kind.FAILED, null, "finance:u-1", NOW)),
                "commission.outcome-correction-requested.v1",
                2);
        check(
                Change.of(
                        paid.told(), new PayoutEvent.PayoutDayCorrected(TODAY.minusDays(3), TODAY, "finance:u-2", NOW)),
                "commission.payout-day-corrected.v1",
                2);
    }

    private void check(Change<Payout, PayoutEvent> change, String type, long sequence) {
        OutboxRecord told = records.of(change.state(), change.events()).get(0);
        assertThat(told.envelope().type()).isEqualTo(type);
        assertThat(told.envelope().sequence()).isEqualTo(sequence);
        assertThat(told.envelope().partitionKey()).isEqualTo("par_nord");
        assertThat(told.data()).doesNotContain("DE89").doesNotContain("Studio Nord");
        Contracts.assertMatches(type, told.data());
    }

    private static Change<Payout, PayoutEvent> settled(Payout payout, PayoutOutcome outcome) {
        return payout.settle(outcome).orElseThrow().settled("par_nord/000000000001", NOW);
    }
}
