package io.entente.commission.invoices;

import io.entente.commission.invoices.vat.TaxProfile;
import io.entente.commission.invoices.vat.VatTreatment;
import io.entente.commission.partners.Addressee;
import io.entente.commission.partners.PartnerDirectory;
import io.entente.commission.statements.Statement;
import io.entente.platform.domain.Decision;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Draws the invoice of a statement. A refusal says what is missing. */
public final class DrawInvoice {

    private final DetermineTax determineTax;
    private final PartnerDirectory partners;
    private final Invoices invoices;
    private final ZoneId zone;

    /** @param zone in which a day of issue begins */
    public DrawInvoice(DetermineTax determineTax, PartnerDirectory partners, Invoices invoices, ZoneId zone) {
        this.determineTax = determineTax;
        this.partners = partners;
        this.invoices = invoices;
        this.zone = zone;
    }

    /**
     * @param statement with an amount other than zero
     * @param policy that wants invoices to be issued
     */
    Decision<Invoice> of(Statement statement, InvoicePolicy policy, InvoiceNumber number, Instant now) {
        return determineTax
                .of(
                        statement.partnerId(),
                        statement.currency(),
                        policy,
                        statement.quarter().endsOn(),
                        now.atZone(zone).toLocalDate())
                .map(tax -> draw(statement, tax.profile(), tax.vat(), policy, number, now));
    }

    private Invoice draw(
            Statement statement,
            TaxProfile profile,
            VatTreatment vat,
            InvoicePolicy policy,
            InvoiceNumber number,
            Instant now) {
        InvoiceTexts texts = InvoiceTexts.in(
                partners.addressee(statement.partnerId()).map(Addressee::locale).orElse(Locale.ENGLISH));
        InvoiceKind kind = statement.figures().earned().isNegative() ? InvoiceKind.CREDIT_NOTE : InvoiceKind.INVOICE;
        Amounts amounts = Amounts.of(statement.figures().earned(), vat.rate(), profile.withholdingRate());
        return new Invoice(
                number,
                kind,
                statement.id(),
                statement.partnerId(),
                statement.quarter(),
                now.atZone(zone).toLocalDate(),
                now,
                texts.locale(),
                profile.party(),
                Objects.requireNonNull(policy.buyer()),
                texts.text(
                        "description",
                        texts.day(statement.quarter().startsOn()),
                        texts.day(statement.quarter().endsOn()),
                        statement.id()),
                vat,
                amounts,
                notes(texts, kind, vat, amounts, profile),
                kind == InvoiceKind.CREDIT_NOTE ? corrected(statement) : null,
                profile.version(),
                policy.version());
    }

    private static List<String> notes(
            InvoiceTexts texts, InvoiceKind kind, VatTreatment vat, Amounts amounts, TaxProfile profile) {
        List<String> notes = new ArrayList<>();
        notes.add(texts.text("self-billing"));
        notes.add(texts.vatNote(vat));
        if (amounts.withheld().isPositive()) {
            notes.add(texts.text(
                    "withholding." + kind,
                    texts.percent(amounts.withholdingRate()),
                    texts.amount(amounts.withheld()),
                    String.valueOf(profile.withholdingReason())));
        }
        return notes;
    }

    private @Nullable String corrected(Statement statement) {
        return invoices.lastOf(statement.partnerId(), statement.currency())
                .map(last -> last.number().toString())
                .orElse(null);
    }
}
