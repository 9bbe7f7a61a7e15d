package io.entente.commission.invoices.vat;

import static io.entente.commission.invoices.InvoiceMother.american;
import static io.entente.commission.invoices.InvoiceMother.french;
import static io.entente.commission.invoices.InvoiceMother.german;
import static io.entente.commission.invoices.InvoiceMother.profile;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.platform.domain.Decision;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class DetermineVatTest {

    private static final Party GERMAN = german("Pine GmbH");
    private static final Party FRENCH = french("Pinède SARL");
    private static final Party AMERICAN = american("Pine Inc.");

    private final VatRates rates = rates();
    private final DetermineVat determine = new DetermineVat(rates);

    @Test
    void a_registered_partner_in_the_firms_country_charges_the_rate_of_the_day() {
        VatTreatment vat = allowed(TaxStatus.REGISTERED, GERMAN, GERMAN, "2026-06-30");

        assertThat(vat.rule()).isEqualTo(VatRule.DOMESTIC);
        assertThat(vat.rate()).isEqualByComparingTo("19");
        assertThat(allowed(TaxStatus.REGISTERED, GERMAN, GERMAN, "2020-12-31").rate())
                .isEqualByComparingTo("16");
        assertThat(allowed(TaxStatus.REGISTERED, GERMAN, GERMAN, "2021-01-01").rate())
                .isEqualByComparingTo("19");
        assertThat(rates.of("FI", LocalDate.parse("2024-08-31")).orElseThrow().rate())
                .isEqualByComparingTo("24");
        assertThat(rates.of("FI", LocalDate.parse("2024-09-01")).orElseThrow().rate())
                .isEqualByComparingTo(new BigDecimal("25.5"));
    }

    @Test
    void the_buyer_accounts_for_the_vat_of_a_service_from_another_country() {
        assertThat(allowed(TaxStatus.REGISTERED, GERMAN, FRENCH, "2026-06-30").rule())
                .isEqualTo(VatRule.REVERSE_CHARGE);
        assertThat(allowed(TaxStatus.SMALL_BUSINESS_EXEMPT, GERMAN, FRENCH, "2026-06-30")
                        .rule())
                .isEqualTo(VatRule.REVERSE_CHARGE);
        assertThat(allowed(TaxStatus.FOREIGN, AMERICAN, FRENCH, "2026-06-30").rule())
                .isEqualTo(VatRule.REVERSE_CHARGE);
    }

    @Test
    void a_small_business_at_home_charges_none_and_quotes_its_law() {
        VatTreatment vat = allowed(TaxStatus.SMALL_BUSINESS_EXEMPT, GERMAN, GERMAN, "2026-06-30");

        assertThat(vat.rule()).isEqualTo(VatRule.SMALL_BUSINESS);
        assertThat(vat.rate()).isZero();
        assertThat(vat.law()).isEqualTo("§ 19 UStG");
    }

    @Test
    void private_persons_and_services_to_a_firm_outside_the_union_are_out_of_scope() {
        assertThat(allowed(TaxStatus.NOT_IN_BUSINESS, GERMAN, GERMAN, "2026-06-30")
                        .rule())
                .isEqualTo(VatRule.NOT_IN_BUSINESS);
        assertThat(allowed(TaxStatus.REGISTERED, GERMAN, AMERICAN, "2026-06-30").rule())
                .isEqualTo(VatRule.OUTSIDE_SCOPE);
        assertThat(allowed(TaxStatus.FOREIGN, AMERICAN, AMERICAN, "2026-06-30").rule())
                .isEqualTo(VatRule.NO_VAT_IN_COUNTRY);
    }

    @Test
    void a_tax_adviser_can_decide_against_the_rule() {
        assertThat(decide(TaxStatus.REGISTERED, GERMAN, GERMAN, true, "EUR")
                        .orElseThrow()
                        .rule())
                .isEqualTo(VatRule.REVERSE_CHARGE);
        // A French partner with a fixed establishment in Germany, where the firm is.
        VatTreatment local =
                decide(TaxStatus.REGISTERED, FRENCH, GERMAN, false, "EUR").orElseThrow();
        assertThat(local.rule()).isEqualTo(VatRule.DOMESTIC);
        assertThat(local.rate()).isEqualByComparingTo("19");
    }

    @Test
    void a_refusal_says_what_is_missing() {
        Party withoutVatId = new Party("Pine GmbH", GERMAN.address(), null, "12/345/67890");
        Party unknown = new Party("Pine", new PartyAddress(null, "Reykjavik", null, "IS"), null, "1");

        assertThat(decide(TaxStatus.REGISTERED, withoutVatId, FRENCH, null, "EUR")
                        .rejection())
                .contains("Reverse charge needs the partner's VAT id in its tax profile.");
        assertThat(decide(TaxStatus.REGISTERED, FRENCH, withoutVatId, null, "EUR")
                        .rejection())
                .contains("Reverse charge needs the firm's VAT id in the invoice policy.");
        assertThat(decide(TaxStatus.REGISTERED, GERMAN, GERMAN, null, "USD").rejection())
                .contains("VAT of DE must be stated in EUR, and the invoice is in USD. Invoice it by hand.");
        assertThat(decide(TaxStatus.REGISTERED, unknown, unknown, null, "EUR").rejection())
                .contains("No VAT rate of IS is in force on 2026-06-30. Add it to the table of VAT rates.");
    }

    @Test
    void vat_ids_are_checked_by_country_form_and_check_digits() {
        assertThat(VatIds.isPossible(VatIds.plain("de 136.695-976"), "DE")).isTrue();
        assertThat(VatIds.isPossible("DE136695977", "DE")).as("check digit").isFalse();
        assertThat(VatIds.isPossible("DE136695976", "FR")).as("country").isFalse();
        assertThat(VatIds.isPossible("FR40303265045", "FR")).isTrue();
        assertThat(VatIds.isPossible("EL094259216", "GR")).isTrue();
        assertThat(VatIds.isPossible("GR094259216", "GR")).isFalse();
        assertThat(VatIds.isPossible("CHE123456788", "CH"))
                .as("a country whose check digits the library doesn't know")
                .isTrue();
    }

    private VatTreatment allowed(TaxStatus status, Party seller, Party buyer, String day) {
        return determine
                .of(profile(status, seller, null), buyer, LocalDate.parse(day), "EUR")
                .orElseThrow();
    }

    private Decision<VatTreatment> decide(
            TaxStatus status, Party seller, Party buyer, @Nullable Boolean reverseCharge, String currency) {
        return determine.of(profile(status, seller, reverseCharge), buyer, LocalDate.parse("2026-06-30"), currency);
    }

    private static VatRates rates() {
        try (InputStream file = DetermineVatTest.class.getResourceAsStream("/policy/vat-rates.json")) {
            return new VatRates(List.of(JsonMapper.builder().build().readValue(file, VatRate[].class)));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
