package io.entente.commission.accrual;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.commission.commissions.CommissionId;
import io.entente.commission.commissions.Hold;
import io.entente.commission.commissions.LastRefusal;
import io.entente.commission.commissions.payables.LedgerPayables;
import io.entente.commission.commissions.payables.Payables;
import io.entente.commission.commissions.release.Release;
import io.entente.commission.commissions.selfreferral.InMemorySelfReferrals;
import io.entente.commission.commissions.selfreferral.SelfReferralCase;
import io.entente.commission.deals.DealFact;
import io.entente.commission.deals.DealFact.Kind;
import io.entente.commission.deals.DealMother;
import io.entente.commission.ledger.TransactionKind;
import io.entente.commission.partners.PartnerId;
import io.entente.commission.payouts.PayoutId;
import io.entente.commission.payouts.review.LedgerPlannedCommissions;
import io.entente.commission.payouts.review.PlannedCommission;
import io.entente.commission.plans.PlanMother;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** What happened to the commissions of a payout since planning. Deals earn 10 %; the payout is planned on 1 June. */
class PlannedCommissionsTest {

    private static final PartnerId ASH = new PartnerId("par_ash");
    private static final PayoutId PAYOUT = new PayoutId("po");
    private static final LocalDate ON = LocalDate.parse("2026-04-02");
    private static final LocalDate CUT_OFF = LocalDate.parse("2026-06-01");

    /** The ledger of these tests doesn't move its clock, so that all transactions are at or after planning. */
    private static final Instant PLANNED = Instant.parse("2026-04-02T09:00:00Z");

    private final Program program = new Program(new Everybody(), PlanMother.everybodyAt("0.10"));
    private final Payables payables = new LedgerPayables(program.index, program.ledger, program.life, program.netting);
    private final InMemorySelfReferrals cases = new InMemorySelfReferrals();
    private final LedgerPlannedCommissions planned =
            new LedgerPlannedCommissions(payables, program.ledger, program.ledger, cases);

    @Test
    void nothing_happened_since_planning_even_if_it_did_before() {
        payable("d", "USD 8000.00", "USD 8000.00");
        fact(Kind.REFUND, "r", "d", "USD 1000.00");
        allocate();

        assertThat(changed()).isEmpty();
    }

    @Test
    void a_hold_on_commission_of_which_the_payout_takes_a_part_is_found() {
        payable("d", "USD 8000.00", "USD 3000.00");
        allocate();

        hold("d");

        PlannedCommission found = only();
        assertThat(found.inPayout()).isEqualTo(Money.parse("USD 300.00"));
        assertThat(found.holds()).containsExactly(new Hold(Hold.Kind.FINANCE, "Fraud suspected."));
        assertThat(found.isChanged()).isFalse();
        assertThat(found.changes()).hasSize(1);
        assertThat(found.changes().get(0).explanation())
                .startsWith(
                        "800.00 USD that are not paid yet are on hold: Fraud suspected.",
                        "Of this, 300.00 USD are in payout po. The hold doesn't stop it, but it can be taken out of its batch until the"
                                + " batch is approved.");
    }

    @Test
    void commission_that_the_payout_takes_as_a_whole_can_be_put_on_hold_until_it_is_paid() {
        payable("d", "USD 8000.00", "USD 8000.00");
        payable("e", "USD 2000.00", "USD 2000.00");
        allocate();

        hold("d");

        assertThat(only().id()).isEqualTo(CommissionId.of("d", ASH));
        payables.failed(PAYOUT.value(), "Taken out.", "user:a");
        assertThat(payables.payable(ASH, CurrencyUnit.USD, CUT_OFF).payable()).isEqualTo(Money.parse("USD 200.00"));
        assertThat(payables.payable(ASH, CurrencyUnit.USD, CUT_OFF).held()).isEqualTo(Money.parse("USD 800.00"));
    }

    @Test
    void paid_commission_can_not_be_put_on_hold() {
        payable("d", "USD 8000.00", "USD 8000.00");
        allocate();
        payables.paid(PAYOUT.value(), "user:a");
        LastRefusal refusal = new LastRefusal();

        program.life.change(CommissionId.of("d", ASH), now -> refusal.keep(
                        Release.hold(now, new Hold(Hold.Kind.FINANCE, "Fraud suspected."), "user:a"))
                .flatMap(movement -> movement));

        assertThat(refusal.refusal).isEqualTo("Nothing of this commission is left to put on hold, because it is PAID.");
    }

    @Test
    void refunds_and_reversals_since_planning_are_found_in_their_order() {
        payable("d", "USD 8000.00", "USD 8000.00");
        payable("e", "USD 2000.00", "USD 2000.00");
        allocate();

        fact(Kind.REFUND, "r", "e", "USD 500.00");
        fact(Kind.REVERSAL, "v", "e", "USD 2000.00");

        PlannedCommission found = only();
        assertThat(found.dealId()).isEqualTo("e");
        assertThat(found.isChanged()).isTrue();
        assertThat(found.changes())
                .extracting(PlannedCommission.ChangeSincePlanning::kind)
                .containsExactly(TransactionKind.CLAWED_BACK, TransactionKind.CLAWED_BACK);
    }

    @Test
    void a_case_of_self_referral_is_found_until_a_person_decides() {
        payable("d", "USD 8000.00", "USD 8000.00");
        allocate();
        SelfReferralCase suspicion = suspicion("d", SelfReferralCase.Status.OPEN);
        cases.open(suspicion);

        assertThat(only().selfReferral()).isEqualTo(suspicion.evidence());

        cases.decide(suspicion("d", SelfReferralCase.Status.ALLOWED));
        assertThat(changed()).isEmpty();
    }

    private void allocate() {
        payables.allocate(PAYOUT.value(), ASH, CurrencyUnit.USD, CUT_OFF, "user:a")
                .orElseThrow();
    }

    private List<PlannedCommission> changed() {
        return planned.changed(PAYOUT, ASH, PLANNED);
    }

    private PlannedCommission only() {
        List<PlannedCommission> changed = changed();
        assertThat(changed).hasSize(1);
        return changed.get(0);
    }

    private void hold(String deal) {
        program.life.change(CommissionId.of(deal, ASH), now -> Release.hold(
                        now, new Hold(Hold.Kind.FINANCE, "Fraud suspected."), "user:a")
                .orElseThrow());
    }

    private void payable(String deal, String amount, String paid) {
        program.accrue(DealMother.deal(deal, ASH.value(), amount));
        fact(Kind.PAYMENT, "p-" + deal, deal, paid);
        program.clock.moveTo(Instant.parse("2026-06-01T09:00:00Z"));
        program.sweep.sweep();
    }

    private void fact(Kind kind, String id, String deal, String amount) {
        program.settling.record(new DealFact(kind, id, deal, Money.parse(amount), ON, "It happened.", "user:a"));
    }

    private static SelfReferralCase suspicion(String deal, SelfReferralCase.Status status) {
        return new SelfReferralCase(
                CommissionId.of(deal, ASH),
                ASH,
                deal,
                "ref_" + deal,
                DealMother.BRIGHTWATER,
                Money.parse("USD 8000.00"),
                "The client's name Brightwater is the partner's own.",
                PLANNED,
                status,
                null,
                null);
    }
}
