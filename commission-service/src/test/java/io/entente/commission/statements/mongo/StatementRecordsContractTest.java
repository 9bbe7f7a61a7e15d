package io.entente.commission.statements.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.entente.commission.statements.Statement;
import io.entente.commission.statements.StatementEvent;
import io.entente.commission.statements.StatementMother;
import io.entente.platform.domain.Change;
import io.entente.platform.events.outbox.EventRecorder;
import io.entente.platform.events.outbox.OutboxRecord;
import io.entente.testkit.Contracts;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class StatementRecordsContractTest {

    private final StatementRecords records = new StatementRecords(new EventRecorder(
            "commission-service",
            JsonMapper.builder()
                    .changeDefaultPropertyInclusion(
                            inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
                    .build(),
            Tracer.NOOP,
            Propagator.NOOP));

    @Test
    void the_issued_and_finalized_events_match_the_contracts() {
        Change<Statement, StatementEvent> issued = StatementMother.issued();
        Change<Statement, StatementEvent> finished =
                issued.state().finish("system", StatementMother.ISSUED_AT).orElseThrow();

        check(records.of(issued.state(), issued.events()), "commission.statement-issued.v1", 1);
        check(records.of(finished.state(), finished.events()), "commission.statement-finalized.v1", 2);
    }

    @Test
    void a_quarter_in_which_more_was_taken_back_than_earned_and_more_came_back_than_was_paid_matches_the_contracts() {
        Change<Statement, StatementEvent> issued = StatementMother.takenBack();

        List<OutboxRecord> told = records.of(issued.state(), issued.events());
        check(told, "commission.statement-issued.v1", 1);
        assertThat(told.get(0).data())
                .contains("\"revenue\":{\"amount\":\"-100.00\"")
                .contains("\"earned\":{\"amount\":\"-10.00\"")
                .contains("\"paid\":{\"amount\":\"-4.00\"");
    }

    private static void check(List<OutboxRecord> told, String type, long sequence) {
        assertThat(told).hasSize(1);
        assertThat(told.get(0).envelope().type()).isEqualTo(type);
        assertThat(told.get(0).envelope().sequence()).isEqualTo(sequence);
        assertThat(told.get(0).envelope().partitionKey()).isEqualTo("par_pine");
        Contracts.assertMatches(type, told.get(0).data());
    }
}
