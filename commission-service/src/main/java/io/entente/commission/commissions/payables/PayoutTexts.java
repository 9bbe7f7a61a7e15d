package io.entente.commission.commissions.payables;

import io.entente.commission.commissions.Texts;
import io.entente.commission.commissions.payables.PayoutEntry.Stage;
import io.entente.platform.domain.Quantity;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.Money;

/** Explains a payout as a whole with its amounts. */
final class PayoutTexts {

    private PayoutTexts() {}

    /** Explains what a payout takes and sets off. */
    static List<String> planned(int portions, Money gross, Money netted, TaxedItems taxed) {
        Money commission = gross.minus(netted);
        String netting = "%s to %s. Of what the partner owes back, %s are set off. The payout is %s of commission."
                .formatted(
                        Quantity.of(portions, "portion adds up", "portions add up"),
                        Texts.money(gross),
                        Texts.money(netted),
                        Texts.money(commission));
        List<String> steps = new ArrayList<>();
        steps.add(netting);
        steps.addAll(taxed.explained());
        return steps;
    }

    /** Explains a later step of a payout. */
    static List<String> step(PayoutEntry payout, Stage stage, String why) {
        List<String> steps = new ArrayList<>();
        steps.add(why);
        if (stage == Stage.PLANNED || stage == Stage.PAID) {
            steps.add("Payout %s pays %s of commission: %s, of which %s are set off against what the partner owes back."
                    .formatted(
                            payout.payoutId(),
                            Texts.money(payout.net()),
                            Texts.money(payout.gross()),
                            Texts.money(payout.netted())));
        } else {
            steps.add("All %s that payout %s took are payable again, and the %s that it set off are owed again."
                    .formatted(Texts.money(payout.gross()), payout.payoutId(), Texts.money(payout.netted())));
        }
        if (!payout.tax().isNone()) {
            steps.add("With VAT of %s and withheld tax of %s, the amount transferred is %s."
                    .formatted(
                            Texts.money(payout.tax().vat()),
                            Texts.money(payout.tax().withheld()),
                            Texts.money(payout.paid())));
        }
        return steps;
    }
}
