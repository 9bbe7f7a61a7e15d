package io.entente.commission.payouts.bank;

import io.entente.commission.payees.BankAccount;
import io.entente.commission.payouts.Payout;
import io.entente.commission.payouts.PayoutBatch;
import io.entente.commission.payouts.Payouts;
import io.entente.platform.csv.SafeCsv;
import java.util.List;

/**
 * Writes the payouts of a batch as CSV, row by row, for banks and people that don't use XML. A payout that was taken out of the
 * batch is left out, so the amounts add up to what the batch pays.
 */
public final class PayoutCsv {

    private static final List<String> COLUMNS = List.of(
            "batch_id",
            "payout_id",
            "reference",
            "partner_id",
            "holder",
            "iban",
            "account_number",
            "bank_code",
            "bic",
            "country",
            "amount",
            "currency",
            "state",
            "paid_on",
            "commission",
            "vat",
            "withheld");

    private PayoutCsv() {}

    public static void write(PayoutBatch batch, Payouts payouts, Appendable out) {
        SafeCsv csv = new SafeCsv(out, COLUMNS);
        payouts.forEach(batch.id(), payout -> {
            if (payout.state() != Payout.State.CANCELLED) {
                row(csv, payout);
            }
        });
        csv.flush();
    }

    private static void row(SafeCsv csv, Payout payout) {
        BankAccount account = payout.payee().account();
        csv.row(
                payout.batchId(),
                payout.id(),
                payout.id().endToEndId(),
                payout.partnerId(),
                payout.payee().holder(),
                account.iban(),
                account.number(),
                account.bankCode(),
                account.bic(),
                payout.payee().country(),
                payout.amount(),
                payout.amount().getCurrencyUnit().getCode(),
                payout.state(),
                payout.paidOn(),
                payout.allocation().net(),
                payout.allocation().tax().vat(),
                payout.allocation().tax().withheld());
    }
}
