package io.entente.commission.invoices;

import static io.entente.commission.invoices.InvoiceMother.PARTNER;
import static io.entente.commission.invoices.InvoiceMother.french;
import static io.entente.commission.invoices.InvoiceMother.german;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entente.commission.commissions.payables.PortionTaxes;
import io.entente.commission.commissions.payables.TaxTerms;
import io.entente.commission.invoices.byhand.HandInvoice;
import io.entente.commission.invoices.byhand.HandInvoicesInMemory;
import io.entente.commission.invoices.vat.DetermineVat;
import io.entente.commission.invoices.vat.Party;
import io.entente.commission.invoices.vat.PartyAddress;
import io.entente.commission.invoices.vat.TaxProfile;
import io.entente.commission.invoices.vat.TaxProfiles;
import io.entente.commission.invoices.vat.TaxStatus;
import io.entente.commission.invoices.vat.VatRate;
import io.entente.commission.invoices.vat.VatRates;
import io.entente.commission.invoices.vat.VatRule;
import io.entente.commission.partners.PartnerId;
import io.entente.commission.statements.Quarter;
import io.entente.commission.statements.StatementId;
import io.entente.platform.domain.Decision;
import io.entente.platform.domain.policy.PolicyVersions;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class InvoicedTaxesTest {

    private static final LocalDate DAY = LocalDate.parse("2026-06-30");
    private static final LocalDate BEFORE = LocalDate.parse("2025-12-31");
    private static final VatRates RATES = new VatRates(List.of(
            new VatRate("DE", LocalDate.parse("2021-01-01"), new BigDecimal("19"), "EUR", true, null),
            new VatRate("FR", LocalDate.parse("2014-01-01"), new BigDecimal("20"), "EUR", true, null)));

    private final HandInvoicesInMemory byHand = new HandInvoicesInMemory();
    private @Nullable Invoice invoiced;

    @Test
    void payouts_pay_the_vat_that_the_partners_invoices_show() {
        assertThat(terms(taxes(german("Pine GmbH"), true, "0"), "2026-06-02T00:00:00Z"))
                .isEqualTo(new TaxTerms(new BigDecimal("19"), new BigDecimal("0"), "DOMESTIC"));
        assertThat(terms(taxes(french("Pin SARL"), true, "10"), "2026-06-02T00:00:00Z"))
                .as("reverse charge with withholding")
                .isEqualTo(new TaxTerms(BigDecimal.ZERO, new BigDecimal("10"), "REVERSE_CHARGE"));
    }

    @Test
    void commission_of_an_invoiced_quarter_is_paid_with_the_taxes_of_its_invoice() {
        invoiced = InvoiceMother.invoice(VatRule.SMALL_BUSINESS, "0", "EUR 812.35", Locale.ENGLISH);
        InvoicedTaxes taxes = taxes(german("Pine GmbH"), true, "3");

        assertThat(terms(taxes, "2026-06-30T14:59:59Z"))
                .isEqualTo(new TaxTerms(new BigDecimal("0"), new BigDecimal("15"), "SMALL_BUSINESS"));
        assertThat(terms(taxes, "2026-06-30T15:00:00Z"))
                .as("July begins in Tokyo")
                .isEqualTo(new TaxTerms(new BigDecimal("19"), new BigDecimal("3"), "DOMESTIC"));
        assertThat(terms(taxes, "2025-06-02T00:00:00Z"))
                .as("no tax profile of that quarter is known")
                .isEqualTo(new TaxTerms(new BigDecimal("19"), new BigDecimal("3"), "DOMESTIC"));
    }

    @Test
    void the_commission_alone_is_paid_unless_the_policy_says_otherwise() {
        assertThat(taxes(german("Pine GmbH"), null, "10").of(PARTNER, CurrencyUnit.EUR, DAY))
                .isEqualTo(Decision.allowed(TaxTerms.NONE));
        assertThat(taxes(german("Pine GmbH"), false, "10").of(PARTNER, CurrencyUnit.EUR, DAY))
                .isEqualTo(Decision.allowed(TaxTerms.NONE));
    }

    @Test
    void a_partner_whose_taxes_are_unknown_is_not_paid() {
        assertThat(taxes(german("Pine GmbH"), true, "0").of(PARTNER, CurrencyUnit.EUR, BEFORE))
                .isEqualTo(Decision.rejected("The partner has no tax profile that is effective on 2025-12-31."));
        assertThat(taxes(german("Pine GmbH"), true, "0").of(PARTNER, CurrencyUnit.USD, DAY))
                .isEqualTo(Decision.rejected(
                        "VAT of DE must be stated in EUR, and the invoice is in USD. Invoice it by hand."));
    }

    @Test
    void a_currency_with_three_decimals_is_paid_although_its_invoice_is_written_by_hand() {
        InvoicedTaxes taxes = taxes(french("Pin SARL"), true, "10");

        assertThat(taxes.of(PARTNER, CurrencyUnit.of("KWD"), DAY)
                        .orElseThrow()
                        .of(Instant.parse("2026-06-02T00:00:00Z")))
                .isEqualTo(new TaxTerms(BigDecimal.ZERO, new BigDecimal("10"), "REVERSE_CHARGE"));
    }

    @Test
    void commission_of_a_quarter_that_was_invoiced_by_hand_has_the_taxes_that_were_recorded() {
        InvoicedTaxes taxes = taxes(german("Pine GmbH"), true, "0");
        byHand.add(byHand(CurrencyUnit.USD, new Quarter(2026, 1), "7"));
        byHand.add(byHand(CurrencyUnit.USD, new Quarter(2026, 2), "19"));

        PortionTaxes dollars = taxes.of(PARTNER, CurrencyUnit.USD, DAY).orElseThrow();

        assertThat(dollars.of(Instant.parse("2026-03-30T00:00:00Z")).vatRate()).isEqualByComparingTo("7");
        assertThat(dollars.of(Instant.parse("2026-06-02T00:00:00Z")))
                .isEqualTo(new TaxTerms(new BigDecimal("19"), new BigDecimal("5"), "INVOICED_BY_HAND"));
        assertThat(dollars.of(Instant.parse("2026-08-02T00:00:00Z")).vatRate())
                .as("not invoiced yet, so the last record counts")
                .isEqualByComparingTo("19");
        assertThat(taxes.of(PARTNER, CurrencyUnit.GBP, DAY).isAllowed())
                .as("no record in this currency")
                .isFalse();
    }

    @Test
    void an_invoice_by_hand_of_another_quarter_changes_nothing_if_the_program_knows_the_taxes() {
        byHand.add(byHand(CurrencyUnit.EUR, new Quarter(2026, 1), "7"));
        InvoicedTaxes taxes = taxes(german("Pine GmbH"), true, "3");

        assertThat(terms(taxes, "2026-06-02T00:00:00Z"))
                .isEqualTo(new TaxTerms(new BigDecimal("19"), new BigDecimal("3"), "DOMESTIC"));
        assertThat(terms(taxes, "2026-02-02T00:00:00Z").vatRate()).isEqualByComparingTo("7");
    }

    private static HandInvoice byHand(CurrencyUnit currency, Quarter quarter, String vatRate) {
        return new HandInvoice(
                StatementId.of(PARTNER, currency, quarter),
                PARTNER,
                currency,
                quarter,
                "H-" + quarter,
                DAY,
                new BigDecimal(vatRate),
                new BigDecimal("5"),
                "VAT must be stated in euros.",
                "user:fin-1",
                Instant.parse("2026-07-02T09:00:00Z"));
    }

    @Test
    void taxes_are_paid_on_invoices_only() {
        assertThatThrownBy(() -> new InvoicePolicy(1, DAY, false, "SB", german("Firm"), true))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("issue must be true if payTax is true");
    }

    @Test
    void a_policy_names_what_is_missing_of_its_buyer() {
        Party firm = german("Firm");
        assertThatThrownBy(() ->
                        new InvoicePolicy(4, DAY, true, "SB", new Party(" ", firm.address(), firm.vatId(), null), null))
                .hasMessage("Version 4 of the invoice policy: buyer.name is required");
        PartyAddress nowhere = new PartyAddress("Hafenstr. 1", "", "20457", "DE");
        assertThatThrownBy(() -> new InvoicePolicy(4, DAY, true, "SB", new Party("Firm", nowhere, null, null), null))
                .hasMessage("Version 4 of the invoice policy: buyer.address.city is required");
    }

    private static TaxTerms terms(InvoicedTaxes taxes, String earnedAt) {
        return taxes.of(PARTNER, CurrencyUnit.EUR, DAY).orElseThrow().of(Instant.parse(earnedAt));
    }

    private InvoicedTaxes taxes(Party partner, @Nullable Boolean payTax, String withholdingRate) {
        InvoicePolicy policy = new InvoicePolicy(1, LocalDate.parse("2000-01-01"), true, "SB", german("Firm"), payTax);
        return new InvoicedTaxes(
                new PolicyVersions<>("terms for invoices", List.of(policy)),
                new DetermineTax(new OneProfile(partner, withholdingRate), new DetermineVat(RATES)),
                new OneInvoice(),
                byHand,
                ZoneId.of("Asia/Tokyo"));
    }

    /** The invoice of the second quarter of 2026, if there is one. */
    private final class OneInvoice implements Invoices {

        @Override
        public Optional<Invoice> ofStatement(StatementId statement) {
            return statement.equals(StatementId.of(PARTNER, CurrencyUnit.EUR, new Quarter(2026, 2)))
                    ? Optional.ofNullable(invoiced)
                    : Optional.empty();
        }

        @Override
        public Optional<IssuedInvoice> find(String number) {
            throw new UnsupportedOperationException("not asked for here");
        }

        @Override
        public boolean isIssued(StatementId statement, @Nullable String corrects) {
            throw new UnsupportedOperationException("not asked for here");
        }

        @Override
        public InvoiceNumber next(String series, int year) {
            throw new UnsupportedOperationException("not asked for here");
        }

        @Override
        public boolean add(IssuedInvoice invoice) {
            throw new UnsupportedOperationException("not asked for here");
        }

        @Override
        public Optional<Quarter> lastPeriod(PartnerId partner, Quarter from) {
            throw new UnsupportedOperationException("not asked for here");
        }
    }

    /** The only partner's tax profile. */
    private record OneProfile(Party party, String withholdingRate) implements TaxProfiles {

        private Optional<TaxProfile> only() {
            TaxProfile known = InvoiceMother.profile(TaxStatus.REGISTERED, party, null);
            return Optional.of(new TaxProfile(
                    known.partnerId(),
                    known.effectiveFrom(),
                    known.status(),
                    known.party(),
                    null,
                    new BigDecimal(withholdingRate),
                    "the law",
                    known.selfBillingAgreedOn(),
                    known.changedBy(),
                    known.changedAt(),
                    null,
                    1));
        }

        @Override
        public Optional<TaxProfile> effectiveOn(PartnerId partner, LocalDate day) {
            return only().filter(profile -> !profile.effectiveFrom().isAfter(day));
        }

        @Override
        public Optional<TaxProfile> version(PartnerId partner, long version) {
            return only().filter(profile -> profile.version() == version);
        }
    }
}
