package io.entente.commission.bankreports.iso20022;

import io.entente.commission.bankreports.ReportFile;
import io.entente.commission.bankreports.ReportedPayment;
import io.entente.commission.bankreports.UnreadableReportException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the two kinds of reports have in common: a header, and payments. */
abstract class Report implements FrameReader.Sink {

    static final String HEADER = "GrpHdr";

    /** The maximum number of payments of a report. Banks divide larger ones into pages. */
    static final int MAX_PAYMENTS = 20_000;

    private static final int MAX_ID_CHARACTERS = 35;

    /** Banks write this if nobody gave an end-to-end id. */
    private static final String NOT_PROVIDED = "NOTPROVIDED";

    final Dates dates;
    private final List<ReportedPayment> payments = new ArrayList<>();
    private @Nullable String messageId;
    private @Nullable LocalDate madeOn;
    private String page = "1";
    private String sender = "";

    Report(Dates dates) {
        this.dates = dates;
    }

    abstract ReportFile.Kind kind();

    abstract void take(Frame frame) throws UnreadableReportException;

    @Override
    public final void ended(Frame frame) throws UnreadableReportException {
        take(frame);
    }

    /** Reads the header. The sender is the first of these parties that is named. */
    final void header(Frame frame, String... parties) {
        messageId = frame.text("MsgId");
        madeOn = dates.parse(frame.text("CreDtTm"));
        String number = frame.text("MsgPgntn/PgNb");
        page = number == null ? page : number;
        for (String party : parties) {
            sentBy(frame.text(
                    party + "/BICFI",
                    party + "/BIC",
                    party + "/Id/OrgId/AnyBIC",
                    party + "/Id/OrgId/BICOrBEI",
                    party + "/Othr/Id",
                    party + "/Nm"));
        }
    }

    /** Names the sender, unless it is named already. */
    final void sentBy(@Nullable String name) {
        sender = sender.isEmpty() && name != null ? name : sender;
    }

    final void add(ReportedPayment payment) throws UnreadableReportException {
        if (payments.size() == MAX_PAYMENTS) {
            throw new UnreadableReportException("must contain at most %d payments".formatted(MAX_PAYMENTS));
        }
        payments.add(payment);
    }

    static @Nullable String reference(Frame frame, String... paths) {
        for (String path : paths) {
            String text = frame.text(path);
            if (text != null && !text.equalsIgnoreCase(NOT_PROVIDED)) {
                return text;
            }
        }
        return null;
    }

    /** The report that was read, in the version of a schema. */
    final ReportFile file(String schema) throws UnreadableReportException {
        if (messageId == null) {
            throw new UnreadableReportException("must have a message id (GrpHdr/MsgId)");
        }
        if (messageId.length() > MAX_ID_CHARACTERS) {
            throw new UnreadableReportException(
                    "must have a message id (GrpHdr/MsgId) of at most %d characters".formatted(MAX_ID_CHARACTERS));
        }
        return new ReportFile(
                kind(),
                schema,
                messageId,
                page,
                sender,
                payments.stream().map(this::dated).toList());
    }

    /** A payment without any date has the date of the report. */
    private ReportedPayment dated(ReportedPayment payment) {
        return payment.valueOn() != null || payment.bookedOn() != null || madeOn == null
                ? payment
                : new ReportedPayment(
                        payment.scope(),
                        payment.reference(),
                        payment.instruction(),
                        payment.status(),
                        payment.meaning(),
                        payment.amounts(),
                        payment.count(),
                        null,
                        madeOn,
                        payment.reasonCode(),
                        payment.info());
    }
}
