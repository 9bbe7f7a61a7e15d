package io.entente.commission.payouts.bank;

import io.entente.commission.payees.BankAccount;
import io.entente.commission.payees.bankform.BankForm;
import io.entente.commission.payouts.Payout;
import io.entente.commission.payouts.PayoutBatch;
import io.entente.commission.payouts.Payouts;
import io.entente.commission.payouts.policy.PayoutPolicy;
import io.entente.platform.domain.policy.PolicyVersions;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.joda.money.CurrencyUnit;

/**
 * Writes a batch as an ISO 20022 customer credit transfer initiation, {@code pain.001.001.09}, with one payment instruction
 * for each currency and one transfer for each payout. It is written as a stream, so memory doesn't depend on the number of
 * payouts. The message id and time are those of the batch. The day of execution is never in the past, because banks refuse such a file: until
 * the batch is submitted it moves on with the calendar, and afterwards it is that of the submission. On one day, the same batch yields the same
 * file, byte by byte.
 *
 * <p>Names and addresses are written in the characters of the EPC ({@link BankForm}). {@link EpcRules} checks the result.
 *
 * @see <a href="https://www.iso20022.org/iso-20022-message-definitions">ISO 20022 message definitions</a>
 */
public final class Pain001 {

    static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09";

    private final Payouts payouts;
    private final Debtor debtor;
    private final PolicyVersions<PayoutPolicy> policies;
    private final ZoneId zone;
    private final Clock clock;

    /** @param zone of the program, which decides which day it is */
    public Pain001(Payouts payouts, Debtor debtor, PolicyVersions<PayoutPolicy> policies, ZoneId zone, Clock clock) {
        this.payouts = payouts;
        this.debtor = debtor;
        this.policies = policies;
        this.zone = zone;
        this.clock = clock;
    }

    /** What is missing before the file can be written, as a sentence. */
    public Optional<String> missing(PayoutBatch batch) {
        if (debtor.name().isBlank()) {
            return Optional.of("The name of the payer is not configured (entente.commission.debtor.name).");
        }
        for (CurrencyUnit currency : Totals.of(payouts, batch.id()).currencies()) {
            if (debtor.accountFor(currency).isEmpty()) {
                return Optional.of(
                        "No account is configured from which %s is paid (entente.commission.debtor.iban or entente.commission.debtor.accounts)."
                                .formatted(currency.getCode()));
            }
        }
        return Optional.empty();
    }

    /** Writes the file of an approved batch. */
    void write(PayoutBatch batch, OutputStream out) {
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out, "UTF-8");
            Totals totals = Totals.of(payouts, batch.id());
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("Document");
            xml.writeDefaultNamespace(NAMESPACE);
            xml.writeStartElement("CstmrCdtTrfInitn");
            IsoXml iso = new IsoXml(xml);
            header(iso, batch, totals);
            for (CurrencyUnit currency : totals.currencies()) {
                instruction(iso, batch, currency, totals);
            }
            xml.writeEndElement();
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.flush();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("Could not write the payment file", e);
        }
    }

    private void header(IsoXml xml, PayoutBatch batch, Totals totals) throws XMLStreamException {
        Instant created =
                Objects.requireNonNull(batch.approvedAt(), "approvedAt").truncatedTo(ChronoUnit.SECONDS);
        xml.start("GrpHdr");
        xml.text("MsgId", batch.submissionKey());
        xml.text("CreDtTm", DateTimeFormatter.ISO_INSTANT.format(created));
        xml.text("NbOfTxs", Long.toString(totals.count()));
        xml.text("CtrlSum", plain(totals.sum()));
        xml.party("InitgPty", debtor.bankName(), null);
        xml.end();
    }

    private void instruction(IsoXml xml, PayoutBatch batch, CurrencyUnit currency, Totals totals)
            throws XMLStreamException {
        xml.start("PmtInf");
        xml.text("PmtInfId", batch.instructionId(currency));
        xml.text("PmtMtd", "TRF");
        xml.text("NbOfTxs", Long.toString(totals.count(currency)));
        xml.text("CtrlSum", plain(totals.sum(currency)));
        xml.start("ReqdExctnDt");
        xml.text("Dt", executeOn(batch, currency).toString());
        xml.end();
        xml.party("Dbtr", debtor.bankName(), debtor.postalAddress());
        BankAccount from = debtor.accountFor(currency).orElseThrow();
        xml.account("DbtrAcct", from);
        xml.agent("DbtrAgt", from.bic(), from.bankCode());
        PayoutPolicy policy = policies.on(batch.plannedAt().atZone(zone).toLocalDate());
        payouts.forEach(batch.id(), payout -> {
            if (Totals.goesOut(payout) && payout.amount().getCurrencyUnit().equals(currency)) {
                transfer(
                        xml,
                        payout,
                        isSepa(policy, currency, from, payout.payee().account()));
            }
        });
        xml.end();
    }

    /**
     * Whether euros are paid from an account of the area to another one. Only then both sides can leave the charges to the
     * scheme.
     */
    private static boolean isSepa(PayoutPolicy policy, CurrencyUnit currency, BankAccount from, BankAccount to) {
        return currency.equals(CurrencyUnit.EUR) && policy.isInSepa(from) && policy.isInSepa(to);
    }

    private static void transfer(IsoXml xml, Payout payout, boolean sepa) {
        try {
            BankAccount account = payout.payee().account();
            BankForm payee = BankForm.of(payout.payee());
            String reference = payout.id().endToEndId();
            xml.start("CdtTrfTxInf");
            xml.start("PmtId");
            xml.text("InstrId", reference);
            xml.text("EndToEndId", reference);
            xml.end();
            if (sepa) {
                serviceLevel(xml);
            }
            amount(xml, payout);
            // Charges follow the scheme, or each side pays those of its own bank.
            xml.text("ChrgBr", sepa ? "SLEV" : "SHAR");
            xml.agent("CdtrAgt", account.bic(), account.bankCode());
            xml.party("Cdtr", payee.name(), payee.address());
            xml.account("CdtrAcct", account);
            xml.start("RmtInf");
            xml.text("Ustrd", "Partner commission " + reference);
            xml.end();
            xml.end();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("Could not write the payment file", e);
        }
    }

    /** Writes the transfer of one payout alone, so that it can be checked early; empty if no payer is configured for its currency. */
    byte[] transfer(Payout payout) {
        CurrencyUnit currency = payout.amount().getCurrencyUnit();
        Optional<BankAccount> from = debtor.accountFor(currency);
        if (debtor.name().isBlank() || from.isEmpty()) {
            return new byte[0];
        }
        PayoutPolicy policy = policies.on(payout.plannedAt().atZone(zone).toLocalDate());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out, "UTF-8");
            transfer(
                    new IsoXml(xml),
                    payout,
                    isSepa(policy, currency, from.get(), payout.payee().account()));
            xml.flush();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("Could not write the transfer", e);
        }
        return out.toByteArray();
    }

    private static void serviceLevel(IsoXml xml) throws XMLStreamException {
        xml.start("PmtTpInf");
        xml.start("SvcLvl");
        xml.text("Cd", "SEPA");
        xml.end();
        xml.end();
    }

    private static void amount(IsoXml iso, Payout payout) throws XMLStreamException {
        XMLStreamWriter xml = iso.xml();
        xml.writeStartElement("Amt");
        xml.writeStartElement("InstdAmt");
        xml.writeAttribute("Ccy", payout.amount().getCurrencyUnit().getCode());
        xml.writeCharacters(plain(payout.amount().getAmount()));
        xml.writeEndElement();
        xml.writeEndElement();
    }

    /** The first day on which a bank can execute the file: today, or the day on which it was handed to the bank. */
    LocalDate earliestExecution(PayoutBatch batch) {
        Instant sent = batch.submittedAt();
        return (sent == null ? clock.instant() : sent).atZone(zone).toLocalDate();
    }

    /** Euros are paid on days on which TARGET is open, so another day is moved to the next one of these. */
    private LocalDate executeOn(PayoutBatch batch, CurrencyUnit currency) {
        LocalDate asked = batch.executeOn();
        LocalDate earliest = earliestExecution(batch);
        LocalDate day = asked == null || asked.isBefore(earliest) ? earliest : asked;
        return currency.equals(CurrencyUnit.EUR) ? TargetDays.from(day) : day;
    }

    private static String plain(BigDecimal amount) {
        return amount.toPlainString();
    }
}
