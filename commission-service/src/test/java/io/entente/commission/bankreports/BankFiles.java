package io.entente.commission.bankreports;

/** Reports of banks, as text. */
public final class BankFiles {

    private BankFiles() {}

    /** A payment status report of a version. */
    public static String pain002(String version, String messageId, String content) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <Document xmlns="urn:iso:std:iso:20022:tech:xsd:%s"><CstmrPmtStsRpt>
                <GrpHdr><MsgId>%s</MsgId><CreDtTm>2026-06-01T18:00:00</CreDtTm>
                 <DbtrAgt><FinInstnId><BICFI>POFICHBEXXX</BICFI></FinInstnId></DbtrAgt></GrpHdr>
                %s</CstmrPmtStsRpt></Document>
                """
                .formatted(version, messageId, content);
    }

    /** What the bank did with a file as a whole. */
    public static String group(String originalMessageId, String status) {
        return """
                <OrgnlGrpInfAndSts><OrgnlMsgId>%s</OrgnlMsgId><OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId>
                 %s</OrgnlGrpInfAndSts>
                """
                .formatted(originalMessageId, status);
    }

    /** What the bank did with an instruction and its transactions. */
    public static String instruction(String id, String content) {
        return "<OrgnlPmtInfAndSts><OrgnlPmtInfId>%s</OrgnlPmtInfId>%s</OrgnlPmtInfAndSts>\n".formatted(id, content);
    }

    /** What the bank did with one transaction; the amount is in {@code OrgnlTxRef}. */
    public static String transaction(String endToEndId, String status, String amount, String currency) {
        return """
                <TxInfAndSts><OrgnlEndToEndId>%s</OrgnlEndToEndId>%s
                 <OrgnlTxRef><Amt><InstdAmt Ccy="%s">%s</InstdAmt></Amt></OrgnlTxRef></TxInfAndSts>
                """
                .formatted(endToEndId, status, currency, amount);
    }

    /** A debit and credit notification of a version. */
    public static String camt054(String version, String messageId, String entries) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <Document xmlns="urn:iso:std:iso:20022:tech:xsd:%s"><BkToCstmrDbtCdtNtfctn>
                <GrpHdr><MsgId>%s</MsgId><CreDtTm>2026-06-01T18:00:00+02:00</CreDtTm></GrpHdr>
                <Ntfctn><Id>N-1</Id><CreDtTm>2026-06-01T18:00:00+02:00</CreDtTm>
                 <Acct><Id><IBAN>CH9300762011623852957</IBAN></Id></Acct>
                %s</Ntfctn></BkToCstmrDbtCdtNtfctn></Document>
                """
                .formatted(version, messageId, entries);
    }

    /** A booked entry in dollars, with a status as the versions up to 7 write it. */
    public static String entry(String amount, String direction, String details) {
        return entry(amount, direction, "<Sts>BOOK</Sts>", details);
    }

    public static String entry(String amount, String direction, String status, String details) {
        return """
                <Ntry><Amt Ccy="USD">%s</Amt><CdtDbtInd>%s</CdtDbtInd>%s
                 <BookgDt><Dt>2026-06-01</Dt></BookgDt><ValDt><Dt>2026-06-01</Dt></ValDt>
                 <BkTxCd><Prtry><Cd>TRANSFER</Cd></Prtry></BkTxCd>%s</Ntry>
                """
                .formatted(amount, direction, status, details);
    }

    /** A transaction of an entry. */
    public static String details(String endToEndId, String more) {
        return "<TxDtls><Refs><EndToEndId>%s</EndToEndId></Refs>%s</TxDtls>".formatted(endToEndId, more);
    }

    /** The amount of a transaction in version 2, which has no element of its own for it. */
    public static String amount(String amount, String currency) {
        return "<AmtDtls><TxAmt><Amt Ccy=\"%s\">%s</Amt></TxAmt></AmtDtls>".formatted(currency, amount);
    }

    public static String returned(String code) {
        return "<RtrInf><Rsn><Cd>%s</Cd></Rsn><AddtlInf>Account closed</AddtlInf></RtrInf>".formatted(code);
    }
}
