package io.entente.commission.payouts.review;

import static io.entente.commission.payouts.PayoutMother.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.commission.commissions.CommissionId;
import io.entente.commission.commissions.Hold;
import io.entente.commission.ledger.TransactionKind;
import io.entente.commission.partners.PartnerId;
import io.entente.commission.payees.BankAccount;
import io.entente.commission.payees.Payee;
import io.entente.commission.payees.PayeePolicy;
import io.entente.commission.payees.changes.PayeeEvent;
import io.entente.commission.payees.changes.PayeeFile;
import io.entente.commission.payees.changes.PayeeFiles;
import io.entente.commission.payouts.BookedMoney;
import io.entente.commission.payouts.PayableBalance;
import io.entente.commission.payouts.Payout;
import io.entente.commission.payouts.PayoutBatch;
import io.entente.commission.payouts.PayoutMother;
import io.entente.platform.domain.Change;
import io.entente.platform.domain.Decision;
import io.entente.platform.domain.policy.PolicyVersions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the approver of a payout of 100.00 EUR is warned of. The account was entered a year before the batch was planned. */
class ReviewBatchTest {

    private static final Instant A_YEAR_BEFORE = NOW.minus(Duration.ofDays(365));

    private final PayoutBatch batch = PayoutMother.batch().planned();
    private final Payee payee = PayoutMother.payee("par_nord").withVersion(1);
    private final Payout payout = PayoutMother.planned(payee, "EUR 100.00");
    private PayeeFile file =
            PayeeFile.enter(payee, "finance:u-1", A_YEAR_BEFORE).state();
    private PayableBalance balance = balance("0.00", "0.00");
    private Set<String> blocked = Set.of("KP");
    private List<PlannedCommission> changed = List.of();
    private @Nullable Instant taxedSince;
    private boolean taxesWait;

    @Test
    void nothing_has_changed() {
        assertThat(warnings()).isEmpty();
    }

    @Test
    void a_debt_since_planning_is_shown_with_its_amount() {
        balance = balance("0.00", "30.00");

        assertThat(warnings()).containsExactly(PayoutWarning.DEBT_SINCE_PLANNING);
        assertThat(review().owed()).isEqualTo(Money.parse("EUR 30.00"));
    }

    @Test
    void commission_on_hold_is_shown_with_its_amount() {
        balance = balance("45.50", "0.00");

        assertThat(warnings()).containsExactly(PayoutWarning.COMMISSION_ON_HOLD);
        assertThat(review().held()).isEqualTo(Money.parse("EUR 45.50"));
    }

    @Test
    void commission_of_the_payout_that_is_on_hold_is_added_to_what_else_is_held() {
        balance = balance("45.50", "0.00");
        changed = List.of(commission(List.of(new Hold(Hold.Kind.FINANCE, "Fraud suspected.")), null));

        assertThat(warnings()).containsExactly(PayoutWarning.COMMISSION_ON_HOLD);
        assertThat(review().held()).isEqualTo(Money.parse("EUR 75.50"));
        assertThat(review().commissions()).isEqualTo(changed);
    }

    @Test
    void a_hold_that_was_lifted_again_is_listed_without_a_warning_and_a_refund_is_a_warning() {
        changed = List.of(commission(List.of(), null, TransactionKind.HELD, TransactionKind.HOLD_LIFTED));
        assertThat(warnings()).isEmpty();
        assertThat(review().commissions()).hasSize(1);

        changed = List.of(commission(List.of(), null, TransactionKind.CLAWED_BACK));
        assertThat(warnings()).containsExactly(PayoutWarning.COMMISSION_CHANGED_SINCE_PLANNING);
        assertThat(review().held()).isEqualTo(Money.parse("EUR 0.00"));
    }

    @Test
    void a_suspected_self_referral_is_a_warning_even_if_this_commission_is_not_on_hold() {
        changed = List.of(commission(List.of(), "The client's name Studio Nord is the partner's own."));

        assertThat(warnings()).containsExactly(PayoutWarning.SELF_REFERRAL_SUSPECTED);
    }

    private static PlannedCommission commission(
            List<Hold> holds, @Nullable String selfReferral, TransactionKind... changes) {
        return new PlannedCommission(
                new CommissionId("com_1"),
                "deal-1",
                Money.parse("EUR 30.00"),
                holds,
                selfReferral,
                Stream.of(changes)
                        .map(kind -> new PlannedCommission.ChangeSincePlanning(kind, NOW, List.of("It happened.")))
                        .toList());
    }

    @Test
    void other_payment_details_that_changed_are_named_and_an_account_that_changed_is_a_warning_of_its_own() {
        change(PayoutMother.named("par_nord", "Studio Nord AG", null));
        assertThat(warnings()).containsExactly(PayoutWarning.DETAILS_CHANGED_SINCE_PLANNING);

        Payee now = file.payee();
        change(new Payee(
                now.partnerId(),
                now.holder(),
                new BankAccount("CH9300762011623852957", null, null, null),
                now.country(),
                null,
                now.currency(),
                null,
                null,
                null,
                1));
        assertThat(warnings()).containsExactly(PayoutWarning.ACCOUNT_CHANGED_SINCE_PLANNING, PayoutWarning.ACCOUNT_NEW);
    }

    @Test
    void a_payee_in_a_country_that_is_blocked_since_planning_is_shown() {
        blocked = Set.of("KP", "DE");

        assertThat(warnings()).containsExactly(PayoutWarning.BLOCKED_COUNTRY);
    }

    @Test
    void a_change_that_waits_is_shown() {
        file = file.request(PayoutMother.named("par_nord", "Studio Nord AG", null), "finance:u-1", NOW)
                .orElseThrow()
                .state();

        assertThat(warnings()).containsExactly(PayoutWarning.CHANGE_WAITING);
    }

    @Test
    void tax_details_that_are_new_changed_or_about_to_change_are_shown() {
        taxedSince = A_YEAR_BEFORE;
        assertThat(warnings()).isEmpty();

        taxedSince = batch.plannedAt();
        assertThat(warnings()).as("known when the batch was planned").containsExactly(PayoutWarning.TAX_PROFILE_NEW);

        taxedSince = batch.plannedAt().plusMillis(1);
        taxesWait = true;
        assertThat(warnings())
                .containsExactly(
                        PayoutWarning.TAX_PROFILE_CHANGED_SINCE_PLANNING,
                        PayoutWarning.TAX_PROFILE_NEW,
                        PayoutWarning.TAX_PROFILE_CHANGE_WAITING);
    }

    private void change(Payee wanted) {
        file = file.request(wanted, "finance:u-1", NOW).orElseThrow().state();
        file = file.approve("finance:u-2", NOW).orElseThrow().state();
    }

    private Set<PayoutWarning> warnings() {
        return review().warnings();
    }

    private ReviewBatch.Reviewed review() {
        PolicyVersions<PayeePolicy> policies = new PolicyVersions<>(
                "terms for payees", List.of(new PayeePolicy(1, LocalDate.parse("2000-01-01"), blocked, 30)));
        BookedMoney money = new BookedMoney(balance);
        return new ReviewBatch(
                        new OneFile(file),
                        new Taxes(taxedSince, taxesWait),
                        money,
                        (id, partner, plannedAt) -> changed,
                        policies,
                        ZoneOffset.UTC,
                        Clock.fixed(NOW, ZoneOffset.UTC))
                .review(batch, payout);
    }

    private static PayableBalance balance(String held, String owed) {
        return new PayableBalance(Money.parse("EUR 0.00"), Money.parse("EUR " + held), Money.parse("EUR " + owed));
    }

    private record Taxes(@Nullable Instant present, boolean isWaiting) implements TaxDetails {

        @Override
        public Optional<Instant> since(PartnerId partner) {
            return Optional.ofNullable(present);
        }

        @Override
        public boolean isChangeWaiting(PartnerId partner) {
            return isWaiting;
        }
    }

    private record OneFile(PayeeFile only) implements PayeeFiles {
        @Override
        public boolean isErased(PartnerId partner) {
            return false;
        }

        @Override
        public Optional<PayeeFile> file(PartnerId partner) {
            return Optional.of(only);
        }

        @Override
        public boolean add(Change<PayeeFile, PayeeEvent> entered) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Decision<PayeeFile>> change(
                PartnerId partner, Function<PayeeFile, Decision<Change<PayeeFile, PayeeEvent>>> decide) {
            throw new UnsupportedOperationException();
        }
    }
}
