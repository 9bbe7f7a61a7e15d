package io.entente.commission.statements.texts;

import io.entente.commission.commissions.payables.PayoutTax;
import io.entente.commission.deals.CreditedDeal.RetainerPayment;
import io.entente.commission.deals.DealFact;
import io.entente.commission.deals.Engagement;
import io.entente.commission.plans.pricing.PricingResult.Reason;
import io.entente.commission.plans.rules.Because;
import io.entente.commission.plans.rules.Because.Code;
import io.entente.commission.statements.chain.Cause.Note;
import io.entente.commission.statements.chain.Details;
import io.entente.commission.statements.chain.Details.SetOff;
import io.entente.commission.statements.chain.StatementLine;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says in words why a line of a statement is what it is. */
public final class LineTexts {

    /** Reasons that a line doesn't repeat, because it names the report behind them. */
    private static final Set<Code> SAID_ALREADY =
            EnumSet.of(Code.CLIENT_PAID, Code.CLIENT_REFUNDED, Code.DEAL_CREDITED, Code.PAID_AGAIN);

    /** The same reasons in entries from before there were codes. */
    private static final Set<String> SAID_IN_WORDS = Set.of(
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
        DealFact report = line.details().report();
        if (line.details().note() == Note.PAID_AFTER_ALL) {
            return words.kind("PAID_AFTER_ALL");
        }
        if (line.kind().equals("REFUND_NOTED")
                && report != null
                && report.kind().isVoid()) {
            return words.kind("REFUND_NOTED_VOIDED");
        }
        if (line.kind().equals("RECOUNTED") && line.details().note() == Note.SELF_REFERRAL_REFUSED) {
            return words.kind("RECOUNTED_REFUSED");
        }
        return words.kind(line.kind());
    }

    /** The sentences that explain a line, in the partner's language. Somebody's own words are shown as they were written. */
    public List<String> explanation(StatementLine line) {
        Details details = line.details();
        List<String> sentences = new ArrayList<>();
        payment(details, sentences);
        if (details.price() != null) {
            sentences.addAll(new PriceTexts(words).explanation(details.price()));
        }
        notDue(details, sentences);
        report(details.report(), sentences);
        if (details.amendment() != null) {
            sentences.addAll(new AmendmentTexts(words).explanation(details.amendment()));
        }
        if (details.note() != null) {
            sentences.add(words.text("note." + details.note()));
        }
        if (details.payoutId() != null) {
            sentences.add(words.text("payout", details.payoutId()));
        }
        setOff(details.setOff(), sentences);
        taxes(line.tax(), sentences);
        reason(details.reason()).ifPresent(sentences::add);
        if (details.rate() != null) {
            sentences.add(words.text("rateNow", words.percent(details.rate())));
        }
        return List.copyOf(sentences);
    }

    /** Says which payment on a retainer a line is about. */
    private void payment(Details details, List<String> sentences) {
        RetainerPayment payment = details.payment();
        if (payment != null) {
            boolean isNews = details.price() != null || details.notDue() != null;
            sentences.add(words.text(
                    isNews ? "report.PAYMENT" : "ofPayment",
                    payment.paymentId(),
                    words.amount(payment.amount()),
                    words.day(payment.paidOn())));
        }
    }

    private void notDue(Details details, List<String> sentences) {
        Reason reason = details.notDue();
        if (reason == null) {
            return;
        }
        RetainerPayment payment = details.payment();
        if (reason != Reason.OUTSIDE_ENGAGEMENT || payment == null) {
            sentences.add(words.text("notDue." + reason));
            return;
        }
        Engagement engagement = details.engagement();
        LocalDate starts = engagement == null ? null : engagement.startsOn();
        LocalDate ends = engagement == null ? null : engagement.endsOn();
        if (starts != null && payment.paidOn().isBefore(starts)) {
            sentences.add(words.text("outside.BEFORE", words.day(starts)));
        } else if (ends != null && payment.paidOn().isAfter(ends)) {
            sentences.add(words.text("outside.AFTER", words.day(ends)));
        } else {
            sentences.add(words.text("outside.REVERSED"));
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

    /** Somebody's own words, as they were written, or a reason of the program in the partner's language; empty if the line says it. */
    private Optional<String> reason(@Nullable Because reason) {
        if (reason == null || reason.words().isBlank() || SAID_IN_WORDS.contains(reason.words())) {
            return Optional.empty();
        }
        Code code = reason.code();
        if (code == null) {
            return Optional.of(words.text("reason", words.ofBank(reason.words())));
        }
        Object[] values = reason.values().stream().map(words::value).toArray();
        return SAID_ALREADY.contains(code) ? Optional.empty() : Optional.of(words.text("because." + code, values));
    }
}
