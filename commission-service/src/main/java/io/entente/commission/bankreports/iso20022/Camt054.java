package io.entente.commission.bankreports.iso20022;

import io.entente.commission.bankreports.Meaning;
import io.entente.commission.bankreports.ReportFile.Kind;
import io.entente.commission.bankreports.ReportedAmount;
import io.entente.commission.bankreports.ReportedPayment;
import io.entente.commission.bankreports.ReportedPayment.Scope;
import io.entente.commission.bankreports.UnreadableReportException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A debit and credit notification. A booked debit is a payment, and a booked credit is a return if it says so: by a reason
 * ({@code RtrInf}), by the code of a return ({@code RRTN}), or as the reversal of a debit. An entry that isn't booked sets no
 * outcome. An entry without transactions stands for the batch that it names.
 */
final class Camt054 extends Report {

    private static final String NOTIFICATION = "Ntfctn";
    private static final String ENTRY = "Ntry";
    private static final String DETAILS = "NtryDtls";
    private static final String TRANSACTION = "TxDtls";

    private static final String BOOKED = "BOOK";
    private static final String DEBIT = "DBIT";
    private static final String RETURNED = "RRTN";
    private static final String SUB_FAMILY = "BkTxCd/Domn/Fmly/SubFmlyCd";

    private final List<Frame> details = new ArrayList<>();
    private final List<Frame> transactions = new ArrayList<>();

    Camt054(Dates dates) {
        super(dates);
    }

    @Override
    Kind kind() {
        return Kind.CAMT_054;
    }

    @Override
    public Set<String> frames() {
        return Set.of(HEADER, NOTIFICATION, ENTRY, DETAILS, TRANSACTION);
    }

    @Override
    void take(Frame frame) throws UnreadableReportException {
        switch (frame.name()) {
            case TRANSACTION -> transaction(frame);
            case DETAILS -> details.add(frame);
            case ENTRY -> entry(frame);
            case NOTIFICATION ->
                sentBy(frame.text(
                        "Acct/Id/IBAN", "Acct/Id/Othr/Id", "Acct/Svcr/FinInstnId/BICFI", "Acct/Svcr/FinInstnId/BIC"));
            default -> header(frame, "MsgRcpt");
        }
    }

    private void transaction(Frame frame) throws UnreadableReportException {
        if (transactions.size() == MAX_PAYMENTS) {
            throw new UnreadableReportException("must contain at most %d payments".formatted(MAX_PAYMENTS));
        }
        transactions.add(frame);
    }

    private void entry(Frame entry) throws UnreadableReportException {
        boolean alone = transactions.size() == 1;
        for (Frame transaction : transactions) {
            add(payment(transaction, entry, alone));
        }
        if (transactions.isEmpty()) {
            add(withoutTransactions(entry));
        }
        transactions.clear();
        details.clear();
    }

    /** @param alone whether the entry contains no other transaction, so that its amount is that of this one */
    private ReportedPayment payment(Frame transaction, Frame entry, boolean alone) {
        Meaning meaning = meaning(transaction, entry);
        List<ReportedAmount> amounts = new ArrayList<>(
                meaning == Meaning.PAID
                        ? Amounts.all(transaction, "AmtDtls/InstdAmt/Amt", "AmtDtls/TxAmt/Amt", "Amt")
                        : Amounts.all(transaction, "AmtDtls/TxAmt/Amt", "Amt"));
        ReportedAmount whole = Amounts.of(entry, "Amt");
        if (alone && whole != null) {
            amounts.add(whole);
        }
        String reference = reference(transaction, "Refs/EndToEndId", "Refs/InstrId");
        if (reference == null && alone) {
            return batch(entry, transaction, meaning, amounts);
        }
        ReportedPayment payment = payment(Scope.PAYMENT, reference, entry, meaning, amounts, null, transaction);
        return amounts.isEmpty() && meaning != Meaning.NOT_FINAL
                ? payment.as(Meaning.UNCLEAR, "The report states no amount of its own for this payment.")
                : payment;
    }

    private ReportedPayment withoutTransactions(Frame entry) {
        ReportedAmount whole = Amounts.of(entry, "Amt");
        Frame detail = details.isEmpty() ? entry : details.get(0);
        ReportedAmount total = Amounts.of(detail, "Btch/TtlAmt");
        List<ReportedAmount> amounts = total != null ? List.of(total) : whole == null ? List.of() : List.of(whole);
        return batch(entry, detail, meaning(entry, entry), amounts);
    }

    /** What an entry says about a batch, if it names one. */
    private ReportedPayment batch(Frame entry, Frame detail, Meaning meaning, List<ReportedAmount> amounts) {
        Frame batch = details.isEmpty() ? detail : details.get(0);
        String instruction = batch.text("Btch/PmtInfId");
        instruction = instruction == null ? detail.text("Refs/PmtInfId") : instruction;
        String message = batch.text("Btch/MsgId");
        message = message == null ? detail.text("Refs/MsgId") : message;
        if (instruction == null && message == null) {
            return payment(Scope.PAYMENT, null, entry, meaning, amounts, null, detail);
        }
        Integer count = number(batch.text("Btch/NbOfTxs"));
        return instruction == null
                ? payment(Scope.MESSAGE, message, entry, meaning, amounts, count, detail)
                : payment(Scope.INSTRUCTION, instruction, entry, meaning, amounts, count, detail);
    }

    private ReportedPayment payment(
            Scope scope,
            @Nullable String reference,
            Frame entry,
            Meaning meaning,
            List<ReportedAmount> amounts,
            @Nullable Integer count,
            Frame detail) {
        LocalDate booked = dates.of(entry, "BookgDt");
        String info = detail.text("RtrInf/AddtlInf", "AddtlTxInf");
        return new ReportedPayment(
                scope,
                reference,
                null,
                status(entry) + " " + direction(detail, entry),
                meaning,
                amounts,
                count,
                dates.of(entry, "ValDt"),
                booked,
                detail.text("RtrInf/Rsn/Cd", "RtrInf/Rsn/Prtry"),
                info == null ? entry.text("AddtlNtryInf") : info);
    }

    private static Meaning meaning(Frame transaction, Frame entry) {
        if (!status(entry).equals(BOOKED)) {
            return Meaning.NOT_FINAL;
        }
        boolean debit = direction(transaction, entry).equals(DEBIT);
        boolean reversal = "true".equals(entry.text("RvslInd")) || "1".equals(entry.text("RvslInd"));
        boolean returned = transaction.text("RtrInf/Rsn/Cd", "RtrInf/Rsn/Prtry", "RtrInf/AddtlInf") != null
                || RETURNED.equals(transaction.text(SUB_FAMILY))
                || RETURNED.equals(entry.text(SUB_FAMILY));
        if (debit) {
            return reversal || returned ? Meaning.UNCLEAR : Meaning.PAID;
        }
        return reversal || returned ? Meaning.RETURNED : Meaning.CREDITED;
    }

    private static String direction(Frame transaction, Frame entry) {
        String own = transaction.text("CdtDbtInd");
        String whole = entry.text("CdtDbtInd");
        return own != null ? own : whole == null ? "" : whole;
    }

    /** Since version 8, the status is a choice of a code and a text. */
    private static String status(Frame entry) {
        String status = entry.text("Sts/Cd", "Sts", "Sts/Prtry");
        return status == null ? "" : status;
    }

    private static @Nullable Integer number(@Nullable String text) {
        return text != null && text.matches("\\d{1,9}") ? Integer.valueOf(text) : null;
    }
}
