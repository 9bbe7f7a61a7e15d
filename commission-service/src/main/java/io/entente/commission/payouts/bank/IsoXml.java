package io.entente.commission.payouts.bank;

import io.entente.commission.payees.BankAccount;
import io.entente.commission.payees.PostalAddress;
import java.util.Objects;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** Writes the parts of ISO 20022 messages that several places need: parties, accounts and banks. */
record IsoXml(XMLStreamWriter xml) {

    /** The standard's value for an agent without a BIC. */
    private static final String NOT_PROVIDED = "NOTPROVIDED";

    void start(String element) throws XMLStreamException {
        xml.writeStartElement(element);
    }

    void end() throws XMLStreamException {
        xml.writeEndElement();
    }

    void text(String element, String value) throws XMLStreamException {
        xml.writeStartElement(element);
        xml.writeCharacters(value);
        xml.writeEndElement();
    }

    /** @param name in the characters of {@link io.entente.commission.payees.bankform.BankText} */
    void party(String element, String name, @Nullable PostalAddress address) throws XMLStreamException {
        start(element);
        text("Nm", name);
        if (address != null) {
            address(address);
        }
        end();
    }

    private void address(PostalAddress address) throws XMLStreamException {
        start("PstlAdr");
        if (address.street() != null) {
            text("StrtNm", address.street());
        }
        if (address.postCode() != null) {
            text("PstCd", address.postCode());
        }
        text("TwnNm", address.town());
        text("Ctry", address.country());
        end();
    }

    void account(String element, BankAccount account) throws XMLStreamException {
        start(element);
        start("Id");
        String iban = account.iban();
        if (iban != null) {
            text("IBAN", iban);
        } else {
            start("Othr");
            text("Id", Objects.requireNonNull(account.number(), "an account's number"));
            end();
        }
        end();
        end();
    }

    void agent(String element, @Nullable String bic, @Nullable String bankCode) throws XMLStreamException {
        start(element);
        start("FinInstnId");
        if (bic != null && !bic.isBlank()) {
            text("BICFI", bic);
        }
        if (bankCode != null) {
            start("ClrSysMmbId");
            text("MmbId", bankCode);
            end();
        }
        if ((bic == null || bic.isBlank()) && bankCode == null) {
            start("Othr");
            text("Id", NOT_PROVIDED);
            end();
        }
        end();
        end();
    }
}
