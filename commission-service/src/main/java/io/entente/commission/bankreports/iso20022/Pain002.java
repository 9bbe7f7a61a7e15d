package io.entente.commission.bankreports.iso20022;

import io.entente.commission.bankreports.Meaning;
import io.entente.commission.bankreports.ReportFile.Kind;
import io.entente.commission.bankreports.ReportedPayment;
import io.entente.commission.bankreports.ReportedPayment.Scope;
import io.entente.commission.bankreports.UnreadableReportException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A payment status report. A transaction without a status has that of its instruction, and an instruction without one has that
 * of the message.
 *
 * <p>Final are ACSC and ACCC (paid), RJCT and CANC (failed). All other codes of the standard are steps on the way: ACCP, ACFC,
 * ACIS, ACPD, ACSP, ACTC, ACWC, ACWP, PART, PATC, PDCR, PDNG, PNDG, PRES, RCVD. A code that isn't listed, such as BLCK, waits
 * for a person.
 *
 * @see <a href="https://www.iso20022.org/catalogue-messages/additional-content-messages/external-code-sets">External code sets:
 *     payment group status, payment transaction status</a>
 */
final class Pain002 extends Report {

    private static final Map<String, Meaning> FINAL =
            Map.of("ACSC", Meaning.PAID, "ACCC", Meaning.PAID, "RJCT", Meaning.FAILED, "CANC", Meaning.FAILED);

    private static final Set<String> UNDERWAY = Set.of(
            "ACCP", "ACFC", "ACIS", "ACPD", "ACSP", "ACTC", "ACWC", "ACWP", "PART", "PATC", "PDCR", "PDNG", "PNDG",
            "PRES", "RCVD");

    private static final String MESSAGE = "OrgnlGrpInfAndSts";
    private static final String INSTRUCTION = "OrgnlPmtInfAndSts";
    private static final String PAYMENT = "TxInfAndSts";

    private @Nullable Frame message;

    Pain002(Dates dates) {
        super(dates);
    }

    @Override
    Kind kind() {
        return Kind.PAIN_002;
    }

    @Override
    public Set<String> frames() {
        return Set.of(HEADER, MESSAGE, INSTRUCTION, PAYMENT);
    }

    @Override
    void take(Frame frame) throws UnreadableReportException {
        switch (frame.name()) {
            case MESSAGE -> {
                message = frame;
                whole(frame, "GrpSts", Scope.MESSAGE, "OrgnlMsgId");
            }
            case INSTRUCTION -> whole(frame, "PmtInfSts", Scope.INSTRUCTION, "OrgnlPmtInfId");
            case PAYMENT -> payment(frame);
            default -> header(frame, "DbtrAgt/FinInstnId", "InitgPty");
        }
    }

    private void whole(Frame frame, String status, Scope scope, String id) throws UnreadableReportException {
        String code = frame.text(status);
        if (code != null) {
            add(of(frame, code, scope, frame.text(id), null, frame));
        }
    }

    private void payment(Frame frame) throws UnreadableReportException {
        Frame around = frame.parent();
        String instruction = around == null ? null : around.text("OrgnlPmtInfId");
        Frame decides = frame;
        String code = frame.text("TxSts");
        if (code == null && around != null) {
            decides = around;
            code = around.text("PmtInfSts");
        }
        if (code == null && message != null) {
            decides = message;
            code = message.text("GrpSts");
        }
        String reference = reference(frame, "OrgnlEndToEndId", "OrgnlInstrId");
        add(of(frame, code == null ? "no status" : code, Scope.PAYMENT, reference, instruction, decides));
    }

    /** @param decides the element whose status it is, which may carry the reason */
    private ReportedPayment of(
            Frame frame,
            String code,
            Scope scope,
            @Nullable String reference,
            @Nullable String instruction,
            Frame decides) {
        Frame reasons = frame.text("StsRsnInf/Rsn/Cd", "StsRsnInf/Rsn/Prtry") == null ? decides : frame;
        Meaning meaning = FINAL.getOrDefault(code, UNDERWAY.contains(code) ? Meaning.NOT_FINAL : Meaning.UNCLEAR);
        return new ReportedPayment(
                scope,
                reference,
                instruction,
                code,
                meaning,
                Amounts.all(frame, "OrgnlTxRef/Amt/InstdAmt"),
                null,
                day(frame),
                null,
                reasons.text("StsRsnInf/Rsn/Cd", "StsRsnInf/Rsn/Prtry"),
                reasons.text("StsRsnInf/AddtlInf"));
    }

    /** The day of settlement, as exactly as the report states it. */
    private @Nullable LocalDate day(Frame frame) {
        for (String path : List.of("FctvIntrBkSttlmDt", "OrgnlTxRef/IntrBkSttlmDt", "AccptncDtTm")) {
            LocalDate day = dates.of(frame, path);
            if (day != null) {
                return day;
            }
        }
        return null;
    }
}
