package io.entente.commission.invoices;

import static io.entente.commission.invoices.InvoiceMother.PARTNER;
import static io.entente.commission.invoices.InvoiceMother.german;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.commission.invoices.vat.DetermineVat;
import io.entente.commission.invoices.vat.TaxProfile;
import io.entente.commission.invoices.vat.TaxProfiles;
import io.entente.commission.invoices.vat.TaxStatus;
import io.entente.commission.invoices.vat.VatRate;
import io.entente.commission.invoices.vat.VatRates;
import io.entente.commission.invoices.vat.VatRule;
import io.entente.commission.partners.Addressee;
import io.entente.commission.partners.PartnerDirectory;
import io.entente.commission.partners.PartnerId;
import io.entente.commission.statements.Figures;
import io.entente.commission.statements.Quarter;
import io.entente.commission.statements.Statement;
import io.entente.commission.statements.chain.Span;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A partner that is a small business until the end of June and registered from July on. */
class DrawInvoiceTest {

    private static final Instant NOW = Instant.parse("2026-10-03T09:00:00Z");
    private static final InvoicePolicy POLICY =
            new InvoicePolicy(1, LocalDate.parse("2000-01-01"), true, "SB", german("Firm"), true);
    private static final Quarter Q2 = new Quarter(2026, 2);
    private static final Quarter Q3 = new Quarter(2026, 3);

    private final Versions profiles = new Versions();
    private final DrawInvoice draw = new DrawInvoice(
            new DetermineTax(
                    profiles,
                    new DetermineVat(new VatRates(List.of(new VatRate(
                            "DE", LocalDate.parse("2021-01-01"), new BigDecimal("19"), "EUR", true, "§ 19 UStG"))))),
            new Nobody(),
            ZoneOffset.UTC);

    @Test
    void a_credit_note_has_the_taxes_and_the_period_of_the_invoice_that_it_corrects() {
        profiles.append(version(1, "2026-01-01", TaxStatus.SMALL_BUSINESS_EXEMPT, "15"));
        profiles.append(version(2, "2026-07-01", TaxStatus.REGISTERED, "0"));
        Invoice first = invoice(Q2, "812.35", 1);

        Invoice note = draw.creditNote(statement(Q3), Money.parse("EUR -321.45"), first, POLICY, number(2), NOW);
        Invoice second = invoice(Q3, "500.00", 3);

        assertThat(first.amounts().vat()).isEqualTo(Money.parse("EUR 0.00"));
        assertThat(note.kind()).isEqualTo(InvoiceKind.CREDIT_NOTE);
        assertThat(note.corrects()).isEqualTo("SB-2026-00000001");
        assertThat(note.period()).isEqualTo(Q3);
        assertThat(note.suppliedIn()).isEqualTo(Q2);
        assertThat(note.vat().rule()).isEqualTo(VatRule.SMALL_BUSINESS);
        assertThat(note.amounts().gross()).isEqualTo(Money.parse("EUR 321.45"));
        // 321.45 x 15 % = 48.2175
        assertThat(note.amounts().withheld()).isEqualTo(Money.parse("EUR 48.22"));
        assertThat(note.taxProfileVersion()).isEqualTo(1);
        assertThat(second.amounts().gross()).as("the quarter's own amount").isEqualTo(Money.parse("EUR 595.00"));
        assertThat(second.corrects()).isNull();
    }

    @Test
    void a_credit_note_reverses_the_vat_of_a_partner_that_charges_none_any_more() {
        profiles.append(version(1, "2026-01-01", TaxStatus.REGISTERED, "0"));
        profiles.append(version(2, "2026-07-01", TaxStatus.SMALL_BUSINESS_EXEMPT, "0"));

        Invoice note = draw.creditNote(
                statement(Q3), Money.parse("EUR -73.50"), invoice(Q2, "600.00", 1), POLICY, number(2), NOW);

        // 73.50 x 19 % = 13.965
        assertThat(note.amounts().vat()).isEqualTo(Money.parse("EUR 13.97"));
        assertThat(note.amounts().gross()).isEqualTo(Money.parse("EUR 87.47"));
    }

    @Test
    void an_amount_that_nobody_earned_is_not_invoiced() {
        assertThat(draw.invoice(statement(Q3), Money.parse("EUR -2.00"), POLICY, number(1), NOW)
                        .rejection())
                .contains("The statement takes back EUR 2.00 that no earlier statement has earned.");
    }

    private Invoice invoice(Quarter quarter, String earned, long position) {
        return draw.invoice(statement(quarter), Money.parse("EUR " + earned), POLICY, number(position), NOW)
                .orElseThrow();
    }

    private static InvoiceNumber number(long position) {
        return new InvoiceNumber("SB", 2026, position);
    }

    private static TaxProfile version(long version, String from, TaxStatus status, String withholdingRate) {
        TaxProfile known = InvoiceMother.profile(status, german("Pine GmbH"), null);
        return new TaxProfile(
                known.partnerId(),
                LocalDate.parse(from),
                status,
                known.party(),
                null,
                new BigDecimal(withholdingRate),
                "the law",
                known.selfBillingAgreedOn(),
                known.changedBy(),
                known.changedAt(),
                null,
                version);
    }

    private static Statement statement(Quarter quarter) {
        Money zero = Money.parse("EUR 0.00");
        return Statement.draft(
                PARTNER,
                CurrencyUnit.EUR,
                quarter,
                new Figures(0, zero, zero, zero, zero, zero),
                new Span(1, 1, "a".repeat(64), null));
    }

    private static final class Nobody implements PartnerDirectory {

        @Override
        public List<PartnerId> ids(@Nullable String after, int count) {
            return List.of();
        }

        @Override
        public Optional<Addressee> addressee(PartnerId id) {
            return Optional.empty();
        }

        @Override
        public void erase(PartnerId id) {
            throw new UnsupportedOperationException("not asked for here");
        }
    }

    private static final class Versions implements TaxProfiles {

        private final List<TaxProfile> all = new ArrayList<>();

        @Override
        public Optional<TaxProfile> effectiveOn(PartnerId partner, LocalDate day) {
            return all.stream()
                    .filter(profile -> !profile.effectiveFrom().isAfter(day))
                    .reduce((earlier, later) -> later);
        }

        @Override
        public Optional<TaxProfile> version(PartnerId partner, long version) {
            return all.stream().filter(profile -> profile.version() == version).findFirst();
        }

        void append(TaxProfile profile) {
            all.add(profile);
        }
    }
}
