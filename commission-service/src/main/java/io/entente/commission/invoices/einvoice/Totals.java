package io.entente.commission.invoices.einvoice;

import io.entente.commission.invoices.Amounts;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;
import org.dom4j.Document;
import org.dom4j.DocumentException;
import org.dom4j.DocumentHelper;
import org.dom4j.Element;
import org.joda.money.Money;

/**
 * Puts an invoice's own amounts into its XML. The library calculates VAT to two decimals in every currency, so for yen its
 * totals would differ from those on the PDF.
 */
final class Totals {

    private static final int DECIMALS = 2;

    private Totals() {}

    static String set(String xml, Amounts amounts) {
        Document document = parsed(xml);
        Element settlement = child(
                child(document.getRootElement(), "SupplyChainTradeTransaction"), "ApplicableHeaderTradeSettlement");
        set(child(child(settlement, "ApplicableTradeTax"), "CalculatedAmount"), amounts.vat());
        Element sums = child(settlement, "SpecifiedTradeSettlementHeaderMonetarySummation");
        set(child(sums, "TaxTotalAmount"), amounts.vat());
        set(child(sums, "GrandTotalAmount"), amounts.gross());
        set(child(sums, "DuePayableAmount"), amounts.gross());
        return document.asXML();
    }

    private static Document parsed(String xml) {
        try {
            return DocumentHelper.parseText(xml);
        } catch (DocumentException e) {
            throw new IllegalStateException("The XML that was just written is not readable", e);
        }
    }

    private static Element child(Element parent, String name) {
        return Objects.requireNonNull(parent.element(name), name);
    }

    private static void set(Element element, Money amount) {
        BigDecimal decimal = amount.getAmount().setScale(DECIMALS, RoundingMode.UNNECESSARY);
        element.setText(decimal.toPlainString());
    }
}
