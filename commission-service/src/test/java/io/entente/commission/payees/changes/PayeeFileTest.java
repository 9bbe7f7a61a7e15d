package io.entente.commission.payees.changes;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.commission.payees.BankAccount;
import io.entente.commission.payees.Payee;
import io.entente.commission.payouts.PayoutMother;
import io.entente.platform.domain.Change;
import io.entente.platform.domain.Decision.Rejected;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PayeeFileTest {

    private static final Instant ENTERED = Instant.parse("2026-01-05T08:00:00Z");
    private static final Instant LATER = Instant.parse("2026-03-05T08:00:00Z");
    private static final Payee PINE = PayoutMother.american("par_pine");
    private static final Payee ELSEWHERE = new Payee(
            PINE.partnerId(),
            PINE.holder(),
            new BankAccount(null, "000999999999", "021000021", null),
            "US",
            null,
            PINE.currency(),
            PINE.taxForm(),
            PINE.taxId(),
            null,
            1);

    private final PayeeFile file = PayeeFile.enter(PINE, "finance:u-1", ENTERED).state();

    @Test
    void a_change_waits_for_a_different_person() {
        PayeeFile asked = request(file, ELSEWHERE);

        assertThat(asked.payee()).isEqualTo(PINE);
        assertThat(asked.approve("user:U-1", LATER)).isInstanceOf(Rejected.class);
        PayeeFile approved = asked.approve("finance:u-2", LATER).orElseThrow().state();
        assertThat(approved.payee().account()).isEqualTo(ELSEWHERE.account());
        assertThat(approved.payee().version()).isEqualTo(3);
        assertThat(approved.accountSince()).contains(LATER);
        assertThat(approved.changes().get(1).fields()).containsExactly("account");
        assertThat(approved.approve("finance:u-2", LATER).orElseThrow().isNothing())
                .as("approved again by the same person")
                .isTrue();
    }

    @Test
    void the_first_entry_of_the_history_names_what_was_entered_and_nothing_else() {
        Payee alone = new Payee(
                PINE.partnerId(), PINE.holder(), PINE.account(), "US", null, PINE.currency(), null, null, null, 1);

        assertThat(PayeeFile.enter(alone, "finance:u-1", ENTERED)
                        .state()
                        .changes()
                        .get(0)
                        .fields())
                .containsExactly("holder", "account", "country", "currency");
        assertThat(file.changes().get(0).fields())
                .containsExactly("holder", "account", "country", "currency", "taxForm", "taxId");
    }

    @Test
    void repeating_a_request_changes_nothing_and_another_request_must_wait() {
        PayeeFile asked = request(file, ELSEWHERE);

        assertThat(asked.request(ELSEWHERE, "finance:u-1", LATER).orElseThrow().isNothing())
                .isTrue();
        assertThat(asked.request(PINE, "finance:u-1", LATER)).isInstanceOf(Rejected.class);
        assertThat(file.request(PINE, "finance:u-1", LATER).orElseThrow().isNothing())
                .isTrue();
    }

    @Test
    void a_refused_change_is_in_the_history_and_the_account_stays() {
        PayeeFile refused = request(file, ELSEWHERE)
                .refuse("Not agreed.", "finance:u-2", LATER)
                .orElseThrow()
                .state();

        assertThat(refused.payee()).isEqualTo(PINE);
        assertThat(refused.accountSince()).contains(ENTERED);
        assertThat(refused.changes())
                .extracting(PayeeChange::outcome)
                .containsExactly(PayeeChange.Outcome.ENTERED, PayeeChange.Outcome.REFUSED);
    }

    @Test
    void the_history_keeps_the_last_hundred_changes() {
        PayeeFile now = file;
        for (int i = 0; i < 120; i++) {
            now = request(now, i % 2 == 0 ? ELSEWHERE : PINE)
                    .approve("finance:u-2", LATER)
                    .orElseThrow()
                    .state();
        }

        assertThat(now.changes()).hasSize(PayeeFile.MAX_CHANGES);
    }

    @Test
    void a_hold_applies_at_once_while_another_change_waits_and_outlasts_it() {
        PayeeFile asked = request(file, ELSEWHERE);

        PayeeFile held = request(asked, PINE.withHold("The bank has called."));

        assertThat(held.payee().hold()).isEqualTo("The bank has called.");
        assertThat(held.applies(PINE.withHold("The bank has called."))).isTrue();
        assertThat(held.applies(ELSEWHERE)).isFalse();
        assertThat(held.version()).isEqualTo(asked.version() + 1);
        assertThat(held.request(PINE.withHold("The bank has called."), "finance:u-1", LATER)
                        .orElseThrow()
                        .isNothing())
                .as("repeated")
                .isTrue();
        PayeeFile approved = held.approve("finance:u-2", LATER).orElseThrow().state();
        assertThat(approved.payee().account()).isEqualTo(ELSEWHERE.account());
        assertThat(approved.payee().hold()).isEqualTo("The bank has called.");
        assertThat(approved.changes().get(2).fields()).containsExactly("account");
    }

    @Test
    void a_hold_with_other_words_makes_a_change_void_that_would_only_have_lifted_it() {
        PayeeFile held = request(file, PINE.withHold("The bank has called."));
        PayeeFile lifting = request(held, PINE);

        PayeeFile again = request(lifting, PINE.withHold("The tax office has called."));

        assertThat(again.payee().hold()).isEqualTo("The tax office has called.");
        assertThat(again.pending()).isNull();
    }

    private static PayeeFile request(PayeeFile file, Payee wanted) {
        Change<PayeeFile, PayeeEvent> change =
                file.request(wanted, "finance:u-1", LATER).orElseThrow();
        return change.state();
    }
}
