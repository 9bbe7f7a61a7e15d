package io.entente.commission.invoices;

import io.entente.commission.invoices.vat.Party;
import io.entente.commission.invoices.vat.PartyAddress;
import io.entente.commission.invoices.vat.TaxProfile;
import io.entente.commission.invoices.vat.TaxStatus;
import io.entente.commission.invoices.vat.VatRule;
import io.entente.commission.invoices.vat.VatTreatment;
import io.entente.commission.partners.PartnerId;
import io.entente.commission.statements.Quarter;
import io.entente.commission.statements.StatementId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Invoices for tests. */
public final class InvoiceMother {

    public static final Instant ISSUED_AT = Instant.parse("2026-08-03T09:00:00Z");
    public static final PartnerId PARTNER = new PartnerId("par_pine");

    private InvoiceMother() {}

    /** A firm in Germany with a VAT id. */
    public static Party german(String name) {
        return new Party(
                name, new PartyAddress("Hafenstr. 1", "Hamburg", "20457", "DE"), "DE136695976", "12/345/67890");
    }

    /** A firm in France with a VAT id. */
    public static Party french(String name) {
        return new Party(name, new PartyAddress("1 rue du Port", "Paris", "75001", "FR"), "FR40303265045", null);
    }

    /** A firm in the United States, which has a tax number and no VAT id. */
    public static Party american(String name) {
        return new Party(name, new PartyAddress("1 Harbor St", "Boston", "02110", "US"), null, "12-3456789");
    }

    public static TaxProfile profile(TaxStatus status, Party party, @Nullable Boolean reverseCharge) {
        return new TaxProfile(
                PARTNER,
                LocalDate.parse("2026-01-01"),
                status,
                party,
                reverseCharge,
                BigDecimal.ZERO,
                null,
                LocalDate.parse("2026-01-01"),
                "finance:u-1",
                ISSUED_AT,
                null,
                1);
    }

    public static Invoice invoice(VatRule rule, String rate, String earned, Locale locale) {
        return invoice(1, "stm_1", rule, rate, earned, locale);
    }

    /** An invoice with 15 % withheld, or a credit note if the amount is negative. */
    public static Invoice invoice(
            long position, String statement, VatRule rule, String rate, String earned, Locale locale) {
        Money amount = Money.parse(earned);
        VatTreatment vat =
                new VatTreatment(rule, new BigDecimal(rate), rule == VatRule.SMALL_BUSINESS ? "§ 19 UStG" : null);
        InvoiceTexts texts = InvoiceTexts.in(locale);
        Amounts amounts = Amounts.of(amount, vat.rate(), new BigDecimal("15"));
        InvoiceKind kind = amount.isNegative() ? InvoiceKind.CREDIT_NOTE : InvoiceKind.INVOICE;
        return new Invoice(
                new InvoiceNumber("SB", 2026, position),
                kind,
                new StatementId(statement),
                PARTNER,
                new Quarter(2026, 2),
                new Quarter(2026, amount.isNegative() ? 1 : 2),
                LocalDate.parse("2026-08-03"),
                ISSUED_AT,
                locale,
                rule == VatRule.OUTSIDE_SCOPE ? french("Pinède & Fils <SARL>") : german("Müller & Söhne <GmbH>"),
                rule == VatRule.REVERSE_CHARGE ? french("Northwind Conseil") : german("Northwind Consulting GmbH"),
                texts.text(
                        "description",
                        texts.day(LocalDate.parse("2026-04-01")),
                        texts.day(LocalDate.parse("2026-06-30")),
                        statement),
                vat,
                amounts,
                List.of(
                        texts.text("self-billing"),
                        texts.vatNote(vat),
                        texts.text("withholding." + kind, "15", texts.amount(amounts.withheld()), "§ 50a EStG")),
                amount.isNegative() ? "SB-2026-00000007" : null,
                1,
                1);
    }
}
