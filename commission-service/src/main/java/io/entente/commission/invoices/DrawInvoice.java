package io.entente.commission.invoices;

import io.entente.commission.invoices.vat.Party;
import io.entente.commission.invoices.vat.TaxProfile;
import io.entente.commission.invoices.vat.VatTreatment;
import io.entente.commission.partners.Addressee;
import io.entente.commission.partners.PartnerDirectory;
import io.entente.commission.statements.Quarter;
import io.entente.commission.statements.Statement;
import io.entente.platform.domain.Decision;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Draws the documents of a statement: an invoice for what its quarter earned, and a credit note for each earlier invoice from which it
 * takes something back. A credit note has the seller, the buyer and the taxes of the invoice that it corrects. A refusal says what is
 * missing.
 */
public final class DrawInvoice {

    /** EN 16931 knows no more decimals (BR-DEC-23 and others). */
    private static final int MAX_DECIMALS = 2;

    private final DetermineTax determineTax;
    private final PartnerDirectory partners;
    private final ZoneId zone;

    /** @param zone in which a day of issue begins */
    public DrawInvoice(DetermineTax determineTax, PartnerDirectory partners, ZoneId zone) {
        this.determineTax = determineTax;
        this.partners = partners;
        this.zone = zone;
    }

    /**
     * Draws the invoice of a statement.
     *
     * @param earned what the statement's own quarter earned
     * @param policy that wants invoices to be issued
     */
    Decision<Invoice> invoice(
            Statement statement, Money earned, InvoicePolicy policy, InvoiceNumber number, Instant now) {
        if (earned.isNegative()) {
            return Decision.rejected(
                    "The statement takes back %s that no earlier statement has earned.".formatted(earned.abs()));
        }
        if (statement.currency().getDecimalPlaces() > MAX_DECIMALS) {
            return Decision.rejected("EN 16931 allows two decimals, and %s has more. Invoice the statement by hand."
                    .formatted(statement.currency()));
        }
        return determineTax
                .of(
                        statement.partnerId(),
                        statement.currency(),
                        policy,
                        statement.quarter().endsOn(),
                        now.atZone(zone).toLocalDate())
                .map(tax -> draw(
                        statement,
                        new Terms(tax.profile(), Objects.requireNonNull(policy.buyer()), tax.vat(), null),
                        earned,
                        policy,
                        number,
                        now));
    }

    /**
     * Draws a credit note.
     *
     * @param takenBack of the corrected invoice, below zero
     */
    Invoice creditNote(
            Statement statement,
            Money takenBack,
            Invoice corrected,
            InvoicePolicy policy,
            InvoiceNumber number,
            Instant now) {
        TaxProfile followed = determineTax.followedBy(corrected);
        return draw(
                statement,
                new Terms(followed, corrected.buyer(), corrected.vat(), corrected),
                takenBack,
                policy,
                number,
                now);
    }

    private Invoice draw(
            Statement statement, Terms terms, Money net, InvoicePolicy policy, InvoiceNumber number, Instant now) {
        InvoiceTexts texts = InvoiceTexts.in(
                partners.addressee(statement.partnerId()).map(Addressee::locale).orElse(Locale.ENGLISH));
        Invoice corrected = terms.corrected();
        InvoiceKind kind = corrected == null ? InvoiceKind.INVOICE : InvoiceKind.CREDIT_NOTE;
        Quarter suppliedIn = corrected == null ? statement.quarter() : corrected.suppliedIn();
        Amounts amounts = Amounts.of(net, terms.vat().rate(), terms.profile().withholdingRate());
        return new Invoice(
                number,
                kind,
                statement.id(),
                statement.partnerId(),
                statement.quarter(),
                suppliedIn,
                now.atZone(zone).toLocalDate(),
                now,
                texts.locale(),
                terms.profile().party(),
                terms.buyer(),
                texts.text(
                        "description",
                        texts.day(suppliedIn.startsOn()),
                        texts.day(suppliedIn.endsOn()),
                        statement.id()),
                terms.vat(),
                amounts,
                notes(texts, kind, terms.vat(), amounts, terms.profile()),
                corrected == null ? null : corrected.number().toString(),
                terms.profile().version(),
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

    /**
     * What a document follows.
     *
     * @param corrected null for an invoice
     */
    private record Terms(TaxProfile profile, Party buyer, VatTreatment vat, @Nullable Invoice corrected) {}
}
