package io.entente.commission.statements.texts;

import io.entente.commission.commissions.payables.PayoutTax;
import io.entente.commission.deals.DealFact;
import io.entente.commission.plans.inputs.Fraction;
import io.entente.commission.statements.chain.Details;
import io.entente.commission.statements.chain.Details.Price;
import io.entente.commission.statements.chain.Details.SetOff;
import io.entente.commission.statements.chain.StatementLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says in words why a line of a statement is what it is. */
public final class LineTexts {

    /**
     * Reasons that the program itself gives if a person gives none. The line says the same in the partner's language, with the report
     * behind it.
     */
    private static final Set<String> SAID_ALREADY = Set.of(
            "The client paid.",
            "The client was refunded.",
            "The deal was lowered by a credit note.",
            "The client has paid again what was refunded.");

    private final Words words;

    public LineTexts(Words words) {
        this.words = words;
    }

    /** The name of the line's kind, such as Clawback. */
    public String title(StatementLine line) {
        return words.kind(line.kind());
    }

    /** The sentences that explain a line, in the partner's language. Somebody's own words are shown as they were written. */
    public List<String> explanation(StatementLine line) {
        Details details = line.details();
        List<String> sentences = new ArrayList<>();
        price(details.price(), sentences);
        if (details.notDue() != null) {
            sentences.add(words.text("notDue." + details.notDue()));
        }
        report(details.report(), sentences);
        if (details.payoutId() != null) {
            sentences.add(words.text("payout", details.payoutId()));
        }
        setOff(details.setOff(), sentences);
        taxes(line.tax(), sentences);
        reason(details, sentences);
        return List.copyOf(sentences);
    }

    private void price(@Nullable Price price, List<String> sentences) {
        if (price != null) {
            Fraction rate = price.rate();
            sentences.add(
                    rate == null
                            ? words.text(
                                    "priceFixed",
                                    words.amount(price.deal()),
                                    price.plan().code(),
                                    Long.toString(price.plan().version()))
                            : words.text(
                                    "priceRate",
                                    words.percent(rate),
                                    words.amount(price.deal()),
                                    price.plan().code(),
                                    Long.toString(price.plan().version())));
        }
    }

    private void report(@Nullable DealFact report, List<String> sentences) {
        if (report != null) {
            sentences.add(words.text(
                    "report." + report.kind(), report.id(), words.amount(report.amount()), words.day(report.on())));
        }
    }

    private void setOff(@Nullable SetOff setOff, List<String> sentences) {
        if (setOff != null) {
            sentences.add(words.text("setOff", words.amount(setOff.amount()), words.amount(setOff.owed())));
        }
    }

    private void taxes(PayoutTax tax, List<String> sentences) {
        if (!tax.isNone()) {
            sentences.add(words.text("taxOfLine", words.amount(tax.vat()), words.amount(tax.withheld())));
        }
    }

    private void reason(Details details, List<String> sentences) {
        String reason = details.reason();
        if (reason != null && !reason.isBlank() && !SAID_ALREADY.contains(reason)) {
            sentences.add(words.text("reason", reason));
        }
    }
}
