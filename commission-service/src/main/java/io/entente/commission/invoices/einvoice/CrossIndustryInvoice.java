package io.entente.commission.invoices.einvoice;

import io.entente.commission.invoices.Amounts;
import io.entente.commission.invoices.ElectronicInvoice;
import io.entente.commission.invoices.Invoice;
import io.entente.commission.invoices.InvoiceTexts;
import io.entente.commission.invoices.vat.Party;
import io.entente.commission.invoices.vat.VatRule;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import org.mustangproject.Item;
import org.mustangproject.Product;
import org.mustangproject.ReferencedDocument;
import org.mustangproject.TradeParty;
import org.mustangproject.ZUGFeRD.Profiles;
import org.mustangproject.ZUGFeRD.ZUGFeRD2PullProvider;
import org.springframework.stereotype.Component;

/** Writes invoices with Mustang, in the profile EN 16931 of Factur-X and ZUGFeRD. */
@Component
public final class CrossIndustryInvoice implements ElectronicInvoice {

    /** The name of the profile in the library and in the metadata of a PDF. */
    private static final String PROFILE = "EN16931";

    /** UNECE Recommendation 20: one unit. */
    private static final String ONE = "C62";

    private final CiiSchema schema = new CiiSchema();
    private final SchematronRules rules = new SchematronRules();

    @Override
    public String write(Invoice invoice) {
        ZUGFeRD2PullProvider xml = new ZUGFeRD2PullProvider();
        xml.setProfile(Profiles.getByName(PROFILE));
        xml.generateXML(content(invoice));
        return Totals.set(new String(xml.getXML(), StandardCharsets.UTF_8), invoice.amounts());
    }

    @Override
    public List<String> violations(String xml) {
        List<String> structure = schema.violations(xml);
        return structure.isEmpty() ? rules.violations(xml) : structure;
    }

    private static org.mustangproject.Invoice content(Invoice invoice) {
        Amounts amounts = invoice.amounts();
        boolean outOfScope = invoice.vat().rule().isOutOfScope();
        org.mustangproject.Invoice content = new org.mustangproject.Invoice()
                .setNumber(invoice.number().toString())
                .setDocumentCode(invoice.kind().code())
                .setIssueDate(date(invoice.issuedOn()))
                .setDetailedDeliveryPeriod(
                        date(invoice.suppliedIn().startsOn()),
                        date(invoice.suppliedIn().endsOn()))
                .setCurrency(invoice.currency().getCode())
                .setSender(party(invoice.seller(), outOfScope)
                        .setID(invoice.partnerId().value()))
                .setRecipient(party(invoice.buyer(), outOfScope))
                .setObjectIdentifierReferencedDocument(invoice.statementId().value())
                .setPaymentTermDescription(InvoiceTexts.in(invoice.locale()).text("terms." + invoice.kind()));
        content.addItem(new Item(product(invoice), amounts.net().getAmount(), BigDecimal.ONE));
        invoice.notes().forEach(content::addNote);
        if (invoice.corrects() != null) {
            content.addInvoiceReferencedDocument(new ReferencedDocument(invoice.corrects()));
        }
        return content;
    }

    private static Product product(Invoice invoice) {
        VatRule rule = invoice.vat().rule();
        InvoiceTexts texts = InvoiceTexts.in(invoice.locale());
        Product product = new Product(
                        texts.text("service"),
                        invoice.description(),
                        ONE,
                        invoice.vat().rate())
                .setTaxCategoryCode(rule.category());
        if (rule != VatRule.DOMESTIC) {
            product.setTaxExemptionReason(texts.vatNote(invoice.vat()));
        }
        if (rule.exemptionCode() != null) {
            product.setTaxExemptionReasonCode(rule.exemptionCode());
        }
        return product;
    }

    private static TradeParty party(Party party, boolean outOfScope) {
        TradeParty named = new TradeParty(
                party.name(),
                party.address().street(),
                party.address().postalCode(),
                party.address().city(),
                party.country());
        if (party.vatId() != null && !outOfScope) {
            named.addVATID(party.vatId());
        }
        if (party.taxNumber() != null) {
            named.addTaxID(party.taxNumber());
        }
        return named;
    }

    /** The library formats dates in the zone of the JVM. */
    private static Date date(LocalDate day) {
        return Date.from(day.atStartOfDay(ZoneId.systemDefault()).toInstant());
    }
}
