package io.entente.commission.payouts;

import static io.entente.commission.payouts.RunningPayouts.CHECKER;
import static io.entente.commission.payouts.RunningPayouts.MAKER;
import static io.entente.commission.payouts.RunningPayouts.PAYEE;
import static io.entente.commission.payouts.RunningPayouts.payable;
import static io.entente.commission.payouts.RunningPayouts.payoutsOf;
import static io.entente.commission.payouts.RunningPayouts.planned;
import static io.entente.commission.payouts.RunningPayouts.putPayee;
import static io.entente.commission.payouts.RunningPayouts.service;
import static io.entente.commission.payouts.RunningPayouts.verifyLedger;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.testkit.Answer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the person who approves a batch sees, and how a payout leaves it. */
@ExtendWith(RunningPayouts.class)
class PayoutReviewIT {

    @Test
    void the_approver_is_warned_of_an_account_that_is_new_or_changed_and_of_a_hold() {
        String partner = "par_reviewed";
        payable(partner, "reviewed-1");
        putPayee(partner);
        String batch = planned("reviewed-1", partner);
        assertThat(warnings(batch)).containsExactly("ACCOUNT_NEW");

        String changed = PAYEE.replace("000123456789", "000777777777");
        service().request("PUT", "/api/payees/" + partner, changed, MAKER);
        assertThat(warnings(batch)).containsExactly("ACCOUNT_NEW", "CHANGE_WAITING");
        service().post("/api/payees/" + partner + "/approve", "", CHECKER);
        assertThat(warnings(batch)).containsExactly("ACCOUNT_CHANGED_SINCE_PLANNING", "ACCOUNT_NEW");
        service()
                .request(
                        "PUT",
                        "/api/payees/" + partner,
                        changed.replace("\"taxId\"", "\"hold\":\"Dispute.\",\"taxId\""),
                        MAKER);

        assertThat(warnings(batch)).containsExactly("ACCOUNT_CHANGED_SINCE_PLANNING", "ACCOUNT_NEW", "PAYEE_ON_HOLD");
        service().post(batch + "/cancel", "", MAKER);
    }

    @Test
    void one_payout_is_taken_out_of_a_planned_batch_and_is_payable_again() {
        String out = "par_taken_out";
        String in = "par_stays_in";
        payable(out, "taken-out-1");
        payable(in, "stays-in-1");
        putPayee(out);
        putPayee(in);
        String batch = planned("taken-out-1", in);
        String payout = payoutsOf(batch, out).get(0).path("id").asString();

        Answer taken = takeOut(payout);

        assertThat(taken.status()).as(taken.body()).isEqualTo(200);
        assertThat(taken.json().path("state").asString()).isEqualTo("CANCELLED");
        assertThat(taken.json().path("note").asString()).isEqualTo("Wrong account.");
        assertThat(takeOut(payout).status()).as("repeated").isEqualTo(200);
        assertThat(service().post(batch + "/approve", "", CHECKER).status()).isEqualTo(200);
        String file = service().request("GET", batch + "/pain001", null, MAKER).body();
        assertThat(file).contains("<NbOfTxs>1</NbOfTxs>");
        String kept = payoutsOf(batch, in).get(0).path("id").asString();
        assertThat(takeOut(kept).status()).as("approved already").isEqualTo(409);
        assertThat(payoutsOf(planned("taken-out-2", out), out)).hasSize(1);
        verifyLedger();
    }

    private static Answer takeOut(String payout) {
        return service().post("/api/payouts/" + payout + "/take-out", "{\"reason\":\"Wrong account.\"}", MAKER);
    }

    private static List<String> warnings(String batch) {
        List<String> warnings = new ArrayList<>();
        service()
                .get(batch + "/review")
                .json()
                .at("/items/0/warnings")
                .forEach(warning -> warnings.add(warning.asString()));
        return warnings;
    }
}
