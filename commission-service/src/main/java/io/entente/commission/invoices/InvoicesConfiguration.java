package io.entente.commission.invoices;

import io.entente.commission.commissions.Commissions;
import io.entente.commission.invoices.byhand.HandInvoices;
import io.entente.commission.invoices.corrections.EarnedByQuarter;
import io.entente.commission.invoices.vat.DetermineVat;
import io.entente.commission.invoices.vat.TaxProfiles;
import io.entente.commission.invoices.vat.VatIds;
import io.entente.commission.invoices.vat.VatRate;
import io.entente.commission.invoices.vat.VatRates;
import io.entente.commission.invoices.vat.VatRegister;
import io.entente.commission.invoices.vat.changes.ReviewedTaxProfiles;
import io.entente.commission.invoices.vat.changes.TaxProfileChanges;
import io.entente.commission.invoices.vies.ViesRegister;
import io.entente.commission.partners.PartnerDirectory;
import io.entente.commission.payouts.review.TaxDetails;
import io.entente.commission.payouts.taxes.PayoutTaxes;
import io.entente.commission.statements.Statements;
import io.entente.commission.statements.chain.PartnerChains;
import io.entente.platform.domain.policy.PolicyVersions;
import io.entente.platform.runtime.PolicyFiles;
import io.entente.platform.runtime.schedule.Sweep;
import io.entente.platform.runtime.schedule.Sweeps;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectMapper;

/** Creates the objects that draw and issue invoices. */
@Configuration(proxyBeanMethods = false)
class InvoicesConfiguration {

    /** Reads the program's terms from a file, which an installation can replace. */
    @Bean
    PolicyVersions<InvoicePolicy> invoicePolicies(
            ObjectMapper json,
            @Value("${entente.commission.invoice-policies:classpath:policy/invoice-policies.json}") Resource file)
            throws IOException {
        return PolicyFiles.read("terms for invoices", json, file, InvoicePolicy[].class);
    }

    /** Reads the rates of all countries from a file, which an installation can replace. */
    @Bean
    VatRates vatRates(
            ObjectMapper json, @Value("${entente.commission.vat-rates:classpath:policy/vat-rates.json}") Resource file)
            throws IOException {
        return new VatRates(List.of(read(json, file, VatRate[].class)));
    }

    /**
     * @param address the URL of VIES, {@code entente.commission.vies-url}; if it is empty, VAT ids are checked by form and check
     *     digits only
     * @param requester the firm's own VAT id, {@code entente.commission.vies-requester}
     * @param answerWithin {@code entente.commission.vies-timeout}
     */
    @Bean
    VatRegister vatRegister(
            ObjectMapper json,
            Clock clock,
            @Value("${entente.commission.vies-url:}") String address,
            @Value("${entente.commission.vies-requester:}") String requester,
            @Value("${entente.commission.vies-timeout:5s}") Duration answerWithin) {
        return address.isBlank()
                ? vatId -> Optional.empty()
                : new ViesRegister(URI.create(address), VatIds.plain(requester), answerWithin, json, clock);
    }

    @Bean
    DetermineTax determineTax(TaxProfiles profiles, VatRates rates) {
        return new DetermineTax(profiles, new DetermineVat(rates));
    }

    @Bean
    TaxDetails taxDetails(TaxProfileChanges changes) {
        return new ReviewedTaxProfiles(changes);
    }

    @Bean
    PayoutTaxes payoutTaxes(
            PolicyVersions<InvoicePolicy> policies,
            DetermineTax determineTax,
            Invoices invoices,
            HandInvoices byHand,
            @Value("${entente.program.time-zone:UTC}") ZoneId zone) {
        return new InvoicedTaxes(policies, determineTax, invoices, byHand, zone);
    }

    @Bean
    RecordHandInvoice recordHandInvoice(HandInvoices byHand, Invoices invoices, BlockedInvoices blocked) {
        return new RecordHandInvoice(byHand, invoices, blocked);
    }

    @Bean
    EarnedByQuarter earnedByQuarter(
            PartnerChains chains, Commissions commissions, @Value("${entente.program.time-zone:UTC}") ZoneId zone) {
        return new EarnedByQuarter(chains, commissions, zone);
    }

    @Bean
    DrawInvoice drawInvoice(
            DetermineTax determineTax,
            PartnerDirectory partners,
            @Value("${entente.program.time-zone:UTC}") ZoneId zone) {
        return new DrawInvoice(determineTax, partners, zone);
    }

    @Bean
    IssueInvoices issueInvoices(
            Statements statements,
            Invoices invoices,
            HandInvoices byHand,
            BlockedInvoices blocked,
            PolicyVersions<InvoicePolicy> policies,
            EarnedByQuarter earned,
            DrawInvoice draw,
            ElectronicInvoice electronic,
            @Value("${entente.program.time-zone:UTC}") ZoneId zone,
            Clock clock) {
        return new IssueInvoices(
                statements, invoices, byHand, blocked, policies, earned, draw, electronic, zone, clock);
    }

    /** @param interval {@code entente.commission.invoice-sweep-interval} */
    @Bean
    Sweep invoiceSweep(
            Sweeps sweeps,
            IssueInvoices issue,
            @Value("${entente.commission.invoice-sweep-interval:1m}") Duration interval) {
        return sweeps.every(interval, "invoices", issue::sweep);
    }

    /** A misspelt field stops the start, because it would silently be missing. */
    private static <T> T read(ObjectMapper json, Resource file, Class<T> type) throws IOException {
        try (InputStream content = file.getInputStream()) {
            return json.readerFor(type)
                    .with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .readValue(content);
        }
    }
}
