package io.entente.commission.commissions;

import static io.entente.commission.commissions.RunningCommissions.closeDeal;
import static io.entente.commission.commissions.RunningCommissions.service;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.commission.ledger.audit.ReconcileLedger;
import io.entente.testkit.Answer;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import tools.jackson.databind.JsonNode;

/** The export and the trial balance for finance, and the reconciliation of the ledger. */
@ExtendWith(RunningCommissions.class)
class BooksIT {

    @Test
    void finance_exports_a_period_and_the_trial_balance_is_balanced() {
        String commission = closeDeal("par_export", "export-1");
        Answer csv = service()
                .get("/api/commissions/export?period="
                        + LocalDate.now(ZoneOffset.UTC).getYear());

        assertThat(csv.body().lines().filter(line -> line.startsWith(commission + ",par_export,export-1,")))
                .hasSize(1)
                .allMatch(line -> line.contains(",ACCRUED,USD,1000.00,100.00,"));
        assertThat(service()
                        .get("/api/commissions/export?period=1999-Q1")
                        .body()
                        .lines())
                .hasSize(1);
        assertThat(service().get("/api/commissions/export?period=soon").status())
                .isEqualTo(400);
        JsonNode trial = service().get("/api/ledger/trial-balance").json();
        assertThat(trial.path("balanced").asBoolean()).isTrue();
        assertThat(trial.path("items").get(0).path("debits"))
                .isEqualTo(trial.path("items").get(0).path("credits"));
    }

    @Test
    void reconciliation_detects_that_the_end_of_a_chain_was_removed() {
        closeDeal("par_cut", "cut-1");
        closeDeal("par_cut", "cut-2");
        ReconcileLedger reconcile = service().context().getBean(ReconcileLedger.class);
        assertThat(reconcile.reconcile()).isZero();
        Document end = Objects.requireNonNull(
                service().mongo().findById("par_cut/000000000002", Document.class, "ledger_transactions"));
        service().mongo().remove(Query.query(Criteria.where("_id").is(end.get("_id"))), "ledger_transactions");

        assertThat(reconcile.reconcile()).isEqualTo(1);
        assertThat(service().post("/api/ledger/verify?partnerId=par_cut", "").body())
                .contains("\"verified\":false", "par_cut/000000000002");
        assertThat(service().get("/actuator/prometheus").body()).contains("ledger_reconciliation_diff 1.0");
        service().mongo().insert(end, "ledger_transactions");
        assertThat(reconcile.reconcile()).isZero();
    }
}
