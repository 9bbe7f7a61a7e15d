package io.entente.commission.payouts.ledger;

import io.entente.commission.commissions.payables.Payables;
import io.entente.commission.commissions.payables.Payables.Amounts;
import io.entente.commission.commissions.payables.Paying.Ending;
import io.entente.commission.commissions.payables.PayoutCorrections;
import io.entente.commission.commissions.payables.PayoutEntry;
import io.entente.commission.commissions.payables.PayoutEntry.Stage;
import io.entente.commission.commissions.payables.PortionTaxes;
import io.entente.commission.ledger.Ledger;
import io.entente.commission.partners.PartnerId;
import io.entente.commission.payouts.PayableBalance;
import io.entente.commission.payouts.PayableMoney;
import io.entente.commission.payouts.PayoutId;
import io.entente.platform.domain.Decision;
import java.time.LocalDate;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.springframework.stereotype.Component;

/** Implements the money of payouts with the payable commissions and the ledger, which has a transaction for each step. */
@Component
class LedgerPayableMoney implements PayableMoney {

    private final Payables payables;
    private final PayoutCorrections corrections;
    private final Ledger ledger;

    LedgerPayableMoney(Payables payables, PayoutCorrections corrections, Ledger ledger) {
        this.payables = payables;
        this.corrections = corrections;
        this.ledger = ledger;
    }

    @Override
    public PayableBalance balance(PartnerId partner, CurrencyUnit currency, LocalDate cutOff) {
        return balance(payables.payable(partner, currency, cutOff));
    }

    @Override
    public PayableBalance balance(PayoutId payout, PartnerId partner, CurrencyUnit currency, LocalDate cutOff) {
        return balance(payables.payable(partner, currency, cutOff, payout.value()));
    }

    private static PayableBalance balance(Amounts claim) {
        return new PayableBalance(claim.payable(), claim.held(), claim.owed(), claim.begun());
    }

    @Override
    public Optional<Allocation> allocate(
            PayoutId payout,
            PartnerId partner,
            CurrencyUnit currency,
            LocalDate cutOff,
            PortionTaxes taxes,
            String actor) {
        return payables.allocate(payout.value(), partner, currency, cutOff, taxes, actor)
                .map(LedgerPayableMoney::allocation);
    }

    @Override
    public Optional<Allocation> find(PayoutId payout) {
        return payables.find(payout.value()).map(LedgerPayableMoney::allocation);
    }

    @Override
    public String paid(PayoutId payout, String actor) {
        payables.paid(payout.value(), actor);
        return transaction(payout, Stage.PAID, 0);
    }

    @Override
    public String failed(PayoutId payout, String reason, String actor) {
        return failed(payout, Ending.FAILED, reason, actor);
    }

    @Override
    public String takenOut(PayoutId payout, String reason, String actor) {
        return failed(payout, Ending.TAKEN_OUT, reason, actor);
    }

    @Override
    public String cancelled(PayoutId payout, String reason, String actor) {
        return failed(payout, Ending.CANCELLED, reason, actor);
    }

    @Override
    public String notPlanned(PayoutId payout, String reason, String actor) {
        return failed(payout, Ending.NOT_PLANNED, reason, actor);
    }

    private String failed(PayoutId payout, Ending ending, String reason, String actor) {
        payables.failed(payout.value(), ending, reason, actor);
        return transaction(payout, Stage.FAILED, 0);
    }

    @Override
    public String returned(PayoutId payout, int round, String reason, String actor) {
        payables.returned(payout.value(), round, reason, actor);
        return transaction(payout, Stage.RETURNED, round);
    }

    @Override
    public Optional<String> obstacleToPaid(PayoutId payout, int round) {
        return corrections.obstacleToPaid(payout.value(), round);
    }

    @Override
    public Decision<String> correctedToPaid(PayoutId payout, int round, String why, String by, String actor) {
        return corrections
                .paid(payout.value(), round, why, by, actor)
                .map(Decision::<String>rejected)
                .orElseGet(() -> Decision.allowed(transaction(payout, Stage.PAID, round)));
    }

    @Override
    public String correctedToFailed(PayoutId payout, int round, String why, String by, String actor) {
        corrections.notPaid(payout.value(), round, why, by, actor);
        return transaction(payout, Stage.NOT_PAID, round);
    }

    private String transaction(PayoutId payout, Stage stage, int round) {
        return ledger.find(PayoutEntry.causeOf(payout.value(), stage, round))
                .orElseThrow(() -> new IllegalStateException(
                        "The ledger has no transaction %2$s of payout %1$s".formatted(payout, stage)))
                .id()
                .toString();
    }

    private static Allocation allocation(PayoutEntry payout) {
        return new Allocation(payout.gross(), payout.netted(), payout.items().size(), payout.tax());
    }
}
