package io.entente.commission.invoices.pdf;

import io.entente.commission.invoices.Amounts;
import io.entente.commission.invoices.Invoice;
import io.entente.commission.invoices.InvoiceTexts;
import io.entente.commission.invoices.vat.Party;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Lays out an invoice as XHTML, from which the PDF is made. */
final class InvoicePage {

    private static final String STYLE =
            """
            @page { size: A4; margin: 22mm 18mm 24mm 18mm;
              @bottom-left { content: "%FOOT%"; font-family: page; font-size: 8pt; color: #5a6472; }
              @bottom-right { content: "%PAGE% " counter(page) " %OF% " counter(pages);
                font-family: page; font-size: 8pt; color: #5a6472; } }
            body { font-family: page; font-size: 9pt; line-height: 1.45; color: #1b2430; word-wrap: break-word; }
            h1 { font-size: 20pt; font-weight: normal; margin: 0 0 5mm 0; color: #0f3d5e; }
            h2 { font-size: 9pt; font-weight: normal; margin: 0 0 1mm 0; color: #5a6472; }
            p { margin: 0; }
            table { width: 100%; border-collapse: collapse; table-layout: fixed; }
            th { font-weight: normal; text-align: left; color: #5a6472; vertical-align: top; }
            td { vertical-align: top; }
            .parties { margin-bottom: 8mm; }
            .parties td { width: 50%; padding-right: 6mm; }
            .meta th { width: 32%; padding: 0.6mm 0; }
            .meta td { padding: 0.6mm 0; }
            .sums { margin-top: 8mm; border-top: 0.6mm solid #0f3d5e; }
            .sums th, .sums td { padding: 1.6mm 0; border-bottom: 0.2mm solid #d5dbe2; }
            .sums .amount { width: 34%; }
            .sums .total th, .sums .total td { border-bottom: 0.6mm solid #0f3d5e; color: #0f3d5e; font-size: 11pt; }
            .amount { text-align: right; white-space: nowrap; }
            .notes { margin-top: 8mm; }
            .notes p { margin-bottom: 2mm; }
            """;

    private final StringBuilder html = new StringBuilder(8_192);
    private final Invoice invoice;
    private final InvoiceTexts texts;

    InvoicePage(Invoice invoice) {
        this.invoice = invoice;
        this.texts = InvoiceTexts.in(invoice.locale());
    }

    String write() {
        String title = texts.text("title." + invoice.kind());
        html.append("<html lang=\"").append(texts.locale().toLanguageTag()).append("\"><head><title>");
        html.append(escaped(title + " " + invoice.number())).append("</title><meta name=\"description\" content=\"");
        html.append(escaped(title))
                .append("\"/><meta name=\"subject\" content=\"")
                .append(escaped(title));
        html.append("\"/><style>").append(style()).append("</style></head><body>");
        html.append("<h1>").append(escaped(title)).append("</h1>");
        html.append("<table class=\"parties\"><tbody><tr>");
        party("seller", invoice.seller());
        party("buyer", invoice.buyer());
        html.append("</tr></tbody></table>");
        meta();
        sums();
        html.append("<div class=\"notes\">");
        invoice.notes().forEach(this::paragraph);
        paragraph(texts.text("terms." + invoice.kind()));
        return html.append("</div></body></html>").toString();
    }

    private void party(String key, Party party) {
        html.append("<td><h2>").append(escaped(texts.text(key))).append("</h2>");
        paragraph(party.name());
        if (party.address().street() != null) {
            paragraph(party.address().street());
        }
        String code = party.address().postalCode();
        paragraph((code == null ? "" : code + " ") + party.address().city());
        paragraph(texts.country(party.country()));
        numbered("vatId", party.vatId());
        numbered("taxNumber", party.taxNumber());
        html.append("</td>");
    }

    private void numbered(String key, @Nullable String number) {
        if (number != null) {
            paragraph(texts.text(key) + ": " + number);
        }
    }

    private void meta() {
        html.append("<table class=\"meta\"><tbody>");
        row("number", invoice.number().toString());
        row("issued", texts.day(invoice.issuedOn()));
        row(
                "period",
                texts.day(invoice.period().startsOn()) + " – "
                        + texts.day(invoice.period().endsOn()));
        if (invoice.corrects() != null) {
            row("corrects", invoice.corrects());
        }
        row("service", invoice.description());
        html.append("</tbody></table>");
    }

    private void sums() {
        Amounts amounts = invoice.amounts();
        html.append("<table class=\"sums\"><tbody>");
        sum(texts.text("net"), amounts.net(), "");
        sum(texts.text("vat", texts.percent(amounts.vatRate())), amounts.vat(), "");
        sum(texts.text("gross"), amounts.gross(), amounts.withheld().isZero() ? "total" : "");
        if (amounts.withheld().isPositive()) {
            sum(
                    texts.text("withheld", texts.percent(amounts.withholdingRate())),
                    amounts.withheld().negated(),
                    "");
            sum(texts.text("payable"), amounts.payable(), "total");
        }
        html.append("</tbody></table>");
    }

    private void sum(String label, Money amount, String kind) {
        html.append("<tr class=\"").append(kind).append("\"><th scope=\"row\">").append(escaped(label));
        html.append("</th><td class=\"amount\">").append(escaped(texts.amount(amount)));
        html.append("</td></tr>");
    }

    private void row(String key, String value) {
        html.append("<tr><th scope=\"row\">").append(escaped(texts.text(key))).append("</th><td>");
        html.append(escaped(value)).append("</td></tr>");
    }

    private void paragraph(String text) {
        html.append("<p>").append(escaped(text)).append("</p>");
    }

    private String style() {
        return STYLE.replace("%FOOT%", invoice.number().toString())
                .replace("%PAGE%", texts.text("page"))
                .replace("%OF%", texts.text("of"));
    }

    /** Escapes text, so that nothing becomes markup, and drops control characters, which XML doesn't allow. */
    private static String escaped(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints().filter(InvoicePage::isPrintable).forEach(point -> {
            switch (point) {
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '&' -> safe.append("&amp;");
                case '"' -> safe.append("&quot;");
                default -> safe.appendCodePoint(point);
            }
        });
        return safe.toString();
    }

    private static boolean isPrintable(int point) {
        return !Character.isISOControl(point)
                && point != 0xFFFE
                && point != 0xFFFF
                && (point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE);
    }
}
