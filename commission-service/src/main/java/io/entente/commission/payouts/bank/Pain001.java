package io.entente.commission.payouts.bank;

import io.entente.commission.payees.BankAccount;
import io.entente.commission.payouts.Payout;
import io.entente.commission.payouts.PayoutBatch;
import io.entente.commission.payouts.PayoutPolicies;
import io.entente.commission.payouts.PayoutPolicy;
import io.entente.commission.payouts.Payouts;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * Writes a batch as an ISO 20022 customer credit transfer initiation, {@code pain.001.001.09}, with one payment instruction
 * for each currency and one transfer for each payout. It is written as a stream, so memory doesn't depend on the number of
 * payouts. The same batch yields the same file, byte by byte, because its message id and time are those of the batch.
 *
 * @see <a href="https://www.iso20022.org/iso-20022-message-definitions">ISO 20022 message definitions</a>
 */
public final class Pain001 {

    static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09";

    private static final int MAX_NAME_CHARACTERS = 140;
    private static final int MAX_REMITTANCE_CHARACTERS = 140;
    private static final int MAX_ID_CHARACTERS = 35;

    /** The standard's value for an agent without a BIC. */
    private static final String NOT_PROVIDED = "NOTPROVIDED";

    private final Payouts payouts;
    private final Debtor debtor;
    private final PayoutPolicies policies;

    public Pain001(Payouts payouts, Debtor debtor, PayoutPolicies policies) {
        this.payouts = payouts;
        this.debtor = debtor;
        this.policies = policies;
    }

    /** What is missing before the file can be written, as a sentence. */
    public Optional<String> missing(PayoutBatch batch) {
        for (CurrencyUnit currency : Totals.of(payouts, batch.id()).currencies()) {
            if (debtor.accountFor(currency).isEmpty()) {
                return Optional.of("No account is configured from which %s is paid (entente.commission.debtor)."
                        .formatted(currency.getCode()));
            }
        }
        return Optional.empty();
    }

    /** Writes the file of an approved batch. */
    public void write(PayoutBatch batch, OutputStream out) {
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out, "UTF-8");
            Totals totals = Totals.of(payouts, batch.id());
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("Document");
            xml.writeDefaultNamespace(NAMESPACE);
            xml.writeStartElement("CstmrCdtTrfInitn");
            header(xml, batch, totals);
            for (CurrencyUnit currency : totals.currencies()) {
                instruction(xml, batch, currency, totals);
            }
            xml.writeEndElement();
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.flush();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("Could not write the payment file", e);
        }
    }

    private void header(XMLStreamWriter xml, PayoutBatch batch, Totals totals) throws XMLStreamException {
        Instant created =
                Objects.requireNonNull(batch.approvedAt(), "approvedAt").truncatedTo(ChronoUnit.SECONDS);
        xml.writeStartElement("GrpHdr");
        text(xml, "MsgId", batch.submissionKey());
        text(xml, "CreDtTm", DateTimeFormatter.ISO_INSTANT.format(created));
        text(xml, "NbOfTxs", Long.toString(totals.count()));
        text(xml, "CtrlSum", plain(totals.sum()));
        name(xml, "InitgPty", debtor.name());
        xml.writeEndElement();
    }

    private void instruction(XMLStreamWriter xml, PayoutBatch batch, CurrencyUnit currency, Totals totals)
            throws XMLStreamException {
        xml.writeStartElement("PmtInf");
        text(
                xml,
                "PmtInfId",
                cut(
                                batch.submissionKey(),
                                MAX_ID_CHARACTERS - currency.getCode().length())
                        + currency.getCode());
        text(xml, "PmtMtd", "TRF");
        text(xml, "NbOfTxs", Long.toString(totals.count(currency)));
        text(xml, "CtrlSum", plain(totals.sum(currency)));
        xml.writeStartElement("ReqdExctnDt");
        text(xml, "Dt", executeOn(batch).toString());
        xml.writeEndElement();
        name(xml, "Dbtr", debtor.name());
        BankAccount from = debtor.accountFor(currency).orElseThrow();
        account(xml, "DbtrAcct", from);
        agent(xml, "DbtrAgt", from.bic(), from.bankCode());
        PayoutPolicy policy =
                policies.on(batch.plannedAt().atZone(ZoneOffset.UTC).toLocalDate());
        payouts.forEach(batch.id(), payout -> {
            if (Totals.goesOut(payout) && payout.amount().getCurrencyUnit().equals(currency)) {
                transfer(
                        xml,
                        payout,
                        isSepa(policy, currency, from, payout.payee().account()));
            }
        });
        xml.writeEndElement();
    }

    /**
     * Whether euros are paid from an account of the area to another one. Only then both sides can leave the charges to the
     * scheme.
     */
    private static boolean isSepa(PayoutPolicy policy, CurrencyUnit currency, BankAccount from, BankAccount to) {
        return currency.equals(CurrencyUnit.EUR) && policy.isInSepa(from) && policy.isInSepa(to);
    }

    private static void transfer(XMLStreamWriter xml, Payout payout, boolean sepa) {
        try {
            BankAccount account = payout.payee().account();
            xml.writeStartElement("CdtTrfTxInf");
            xml.writeStartElement("PmtId");
            text(xml, "InstrId", payout.id().endToEndId());
            text(xml, "EndToEndId", payout.id().endToEndId());
            xml.writeEndElement();
            if (sepa) {
                serviceLevel(xml);
            }
            xml.writeStartElement("Amt");
            xml.writeStartElement("InstdAmt");
            xml.writeAttribute("Ccy", payout.amount().getCurrencyUnit().getCode());
            xml.writeCharacters(plain(payout.amount().getAmount()));
            xml.writeEndElement();
            xml.writeEndElement();
            // Charges follow the scheme, or each side pays those of its own bank.
            text(xml, "ChrgBr", sepa ? "SLEV" : "SHAR");
            agent(xml, "CdtrAgt", account.bic(), account.bankCode());
            xml.writeStartElement("Cdtr");
            text(xml, "Nm", cut(payout.payee().holder(), MAX_NAME_CHARACTERS));
            xml.writeStartElement("PstlAdr");
            text(xml, "Ctry", payout.payee().country());
            xml.writeEndElement();
            xml.writeEndElement();
            account(xml, "CdtrAcct", account);
            xml.writeStartElement("RmtInf");
            text(xml, "Ustrd", cut("Partner commission " + payout.id().endToEndId(), MAX_REMITTANCE_CHARACTERS));
            xml.writeEndElement();
            xml.writeEndElement();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("Could not write the payment file", e);
        }
    }

    private static void serviceLevel(XMLStreamWriter xml) throws XMLStreamException {
        xml.writeStartElement("PmtTpInf");
        xml.writeStartElement("SvcLvl");
        text(xml, "Cd", "SEPA");
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private static void name(XMLStreamWriter xml, String element, String name) throws XMLStreamException {
        xml.writeStartElement(element);
        text(xml, "Nm", cut(name, MAX_NAME_CHARACTERS));
        xml.writeEndElement();
    }

    private static void account(XMLStreamWriter xml, String element, BankAccount account) throws XMLStreamException {
        xml.writeStartElement(element);
        xml.writeStartElement("Id");
        String iban = account.iban();
        if (iban != null) {
            text(xml, "IBAN", iban);
        } else {
            xml.writeStartElement("Othr");
            text(xml, "Id", Objects.requireNonNull(account.number(), "an account's number"));
            xml.writeEndElement();
        }
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private static void agent(XMLStreamWriter xml, String element, @Nullable String bic, @Nullable String bankCode)
            throws XMLStreamException {
        xml.writeStartElement(element);
        xml.writeStartElement("FinInstnId");
        if (bic != null && !bic.isBlank()) {
            text(xml, "BICFI", bic);
        }
        if (bankCode != null) {
            xml.writeStartElement("ClrSysMmbId");
            text(xml, "MmbId", bankCode);
            xml.writeEndElement();
        }
        if ((bic == null || bic.isBlank()) && bankCode == null) {
            xml.writeStartElement("Othr");
            text(xml, "Id", NOT_PROVIDED);
            xml.writeEndElement();
        }
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private static void text(XMLStreamWriter xml, String element, String value) throws XMLStreamException {
        xml.writeStartElement(element);
        xml.writeCharacters(printable(value));
        xml.writeEndElement();
    }

    /** Not before the day of the approval, because banks refuse a file with a past execution date. */
    private static LocalDate executeOn(PayoutBatch batch) {
        LocalDate asked = batch.executeOn();
        LocalDate approved = Objects.requireNonNull(batch.approvedAt(), "approvedAt")
                .atZone(ZoneOffset.UTC)
                .toLocalDate();
        return asked == null || asked.isBefore(approved) ? approved : asked;
    }

    private static String plain(BigDecimal amount) {
        return amount.toPlainString();
    }

    private static String cut(String text, int characters) {
        return text.length() <= characters ? text : text.substring(0, characters);
    }

    /** Removes control characters, which XML doesn't allow. */
    private static String printable(String text) {
        return text.codePoints()
                .filter(point -> !Character.isISOControl(point))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
