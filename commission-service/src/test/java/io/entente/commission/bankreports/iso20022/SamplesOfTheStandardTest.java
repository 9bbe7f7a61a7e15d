package io.entente.commission.bankreports.iso20022;

import static io.entente.commission.bankreports.BankFiles.camt054;
import static io.entente.commission.bankreports.BankFiles.entry;
import static io.entente.commission.bankreports.BankFiles.group;
import static io.entente.commission.bankreports.BankFiles.instruction;
import static io.entente.commission.bankreports.BankFiles.pain002;
import static io.entente.commission.bankreports.BankFiles.transaction;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entente.commission.bankreports.BankFiles;
import java.io.ByteArrayInputStream;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.SAXException;

/**
 * The reports of the tests are valid in the standard's own schemas, as contained in a library for German online banking. It has
 * no camt.054, whose entries are those of camt.052 of the same generation.
 */
class SamplesOfTheStandardTest {

    @ParameterizedTest
    @ValueSource(strings = {"10", "11", "12", "13", "14"})
    void payment_status_reports_are_valid(String version) throws Exception {
        String file = pain002(
                "pain.002.001." + version,
                "S-1",
                group("P1", "<GrpSts>PART</GrpSts>")
                        + instruction(
                                "P1USD",
                                "<PmtInfSts>PART</PmtInfSts>"
                                        + transaction(
                                                "E1",
                                                "<TxSts>RJCT</TxSts><StsRsnInf><Rsn><Cd>AC04</Cd></Rsn><AddtlInf>Closed</AddtlInf></StsRsnInf>",
                                                "10.10",
                                                "USD")));

        validate("pain.002.001." + version, file);

        assertThatThrownBy(() -> validate("pain.002.001." + version, file.replace("OrgnlEndToEndId", "EndToEndId")))
                .isInstanceOf(SAXException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"02", "03", "04", "05", "06", "07", "08", "09"})
    void entries_of_notifications_are_valid(String version) throws Exception {
        boolean choice = version.compareTo("07") >= 0;
        String status = choice ? "<Sts><Cd>BOOK</Cd></Sts>" : "<Sts>BOOK</Sts>";
        String amount = version.compareTo("03") >= 0
                ? "<Amt Ccy=\"USD\">10.00</Amt><CdtDbtInd>CRDT</CdtDbtInd>"
                : BankFiles.amount("10.00", "USD");
        String details = "<NtryDtls><Btch><PmtInfId>P1USD</PmtInfId><NbOfTxs>1</NbOfTxs></Btch>"
                + BankFiles.details("E1", amount + BankFiles.returned("AC04")) + "</NtryDtls>";

        validate("camt.052.001." + version, asReport(version, entry("10.00", "CRDT", status, details)));
    }

    @Test
    void a_batch_without_transactions_is_valid() throws Exception {
        String details = "<NtryDtls><Btch><PmtInfId>P1USD</PmtInfId><NbOfTxs>2</NbOfTxs></Btch></NtryDtls>";

        validate("camt.052.001.08", asReport("08", entry("15.00", "DBIT", "<Sts><Cd>BOOK</Cd></Sts>", details)));
    }

    private static String asReport(String version, String entries) {
        return camt054("camt.054.001." + version, "N-1", entries)
                .replace("camt.054.001." + version, "camt.052.001." + version)
                .replace("BkToCstmrDbtCdtNtfctn", "BkToCstmrAcctRpt")
                .replace("Ntfctn>", "Rpt>");
    }

    private static void validate(String schema, String file) throws Exception {
        SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
        Schema standard = factory.newSchema(
                new StreamSource(SamplesOfTheStandardTest.class.getResourceAsStream("/" + schema + ".xsd")));
        standard.newValidator().validate(new StreamSource(new ByteArrayInputStream(file.getBytes(UTF_8))));
    }
}
