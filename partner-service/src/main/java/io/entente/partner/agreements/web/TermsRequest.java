package io.entente.partner.agreements.web;

import io.entente.partner.agreements.terms.AgreementTerms;
import io.entente.partner.agreements.terms.AgreementTerms.Compensation;
import io.entente.partner.agreements.terms.AgreementTerms.Confidentiality;
import io.entente.partner.agreements.terms.AgreementTerms.Disputes;
import io.entente.partner.agreements.terms.AgreementTerms.Exclusivity;
import io.entente.partner.agreements.terms.AgreementTerms.Governance;
import io.entente.partner.agreements.terms.AgreementTerms.Payment;
import io.entente.partner.agreements.terms.AgreementTerms.Scope;
import io.entente.partner.agreements.terms.AgreementTerms.Term;
import io.entente.partner.agreements.terms.AgreementTerms.Territory;
import io.entente.partner.agreements.terms.Profession;
import io.entente.platform.web.constraints.CalendarDay;
import io.entente.platform.web.constraints.CountryCode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The terms of an agreement in a request. They name organisations and roles, and no person.
 *
 * @param scope the services that each side refers to the other, and what is off limits
 * @param disputes the law that applies, and how a dispute is resolved
 * @param governance who decides, to whom issues are escalated, and how often the sides meet
 */
record TermsRequest(
        @NotNull @Valid ScopeRequest scope,
        @NotNull @Valid CompensationRequest compensation,
        @NotNull @Valid ExclusivityRequest exclusivity,
        @NotNull @Valid TerritoryRequest territory,
        @NotNull @Valid PaymentRequest payment,
        @NotNull @Valid ConfidentialityRequest confidentiality,
        @NotNull @Valid TermRequest term,
        @NotNull @Valid DisputesRequest disputes,
        @NotNull @Valid GovernanceRequest governance) {

    private static final int MAX_TEXT = 1000;
    private static final int MAX_LINE = 200;
    private static final int MAX_LINES = 20;

    record ScopeRequest(
            @NotNull @Size(min = 1, max = MAX_LINES) List<@NotBlank @Size(max = MAX_LINE) String> firmRefers,
            @NotNull @Size(min = 1, max = MAX_LINES) List<@NotBlank @Size(max = MAX_LINE) String> partnerRefers,
            @NotNull @Size(max = MAX_LINES) List<@NotBlank @Size(max = MAX_LINE) String> offLimits) {}

    /**
     * What a referral pays.
     *
     * @param planCode the commission plan by which deals are priced; absent if the sides refer to each other without a fee
     * @param summary the compensation in words
     * @param profession the regulated profession of the partner; absent if it has none
     * @param disclosure how the client is told of the fee
     * @param rate the part of a deal that is paid, such as 0.10; it is compared with the plan
     * @param trigger what makes the commission payable, by the word of the plans; it is compared with the plan
     */
    record CompensationRequest(
            @Nullable
                    @Pattern(
                            regexp = "[a-z0-9][a-z0-9-]{0,63}",
                            message = "must be 1 to 64 lower-case letters, digits and hyphens, such as standard-2026")
                    String planCode,
            @NotBlank @Size(max = MAX_TEXT) String summary,
            @Nullable Profession profession,
            @Nullable @Size(max = MAX_TEXT) String disclosure,
            @Nullable
                    @Pattern(
                            regexp = "0(\\.[0-9]{1,8})?|1(\\.0{1,8})?",
                            message = "must be a part of 1 such as 0.10, which is 10 %")
                    String rate,
            @Nullable @Pattern(regexp = "[A-Z][A-Z0-9_]{0,63}", message = "must be a trigger such as CLIENT_PAYMENT")
                    String trigger) {}

    /**
     * Who may not work with others in the same field.
     *
     * @param kind the side that is bound
     */
    record ExclusivityRequest(@NotNull Exclusivity.Kind kind, @Nullable @Size(max = MAX_TEXT) String details) {}

    /** Clients to which the agreement applies. An empty list means no limit. */
    record TerritoryRequest(
            @NotNull @Size(max = 50) List<@NotNull @CountryCode String> countries,
            @NotNull @Size(max = MAX_LINES) List<@NotBlank @Size(max = MAX_LINE) String> industries) {}

    /** @param netDays days from the client's payment until the commission is paid */
    record PaymentRequest(
            @NotNull @Min(0) @Max(365) Integer netDays, @NotBlank @Size(max = MAX_TEXT) String invoicing) {}

    record ConfidentialityRequest(
            @NotBlank @Size(max = MAX_TEXT) String confidentiality,
            @NotBlank @Size(max = MAX_TEXT) String dataProtection) {}

    /**
     * How long the terms bind.
     *
     * @param startsOn the first day on which this version binds
     * @param endsOn the last day; absent if there is none
     * @param noticeDays calendar days between a notice and the last day
     */
    record TermRequest(
            @NotNull @CalendarDay LocalDate startsOn,
            @Nullable @CalendarDay LocalDate endsOn,
            @NotNull Term.Renewal renewal,
            @NotNull @Min(0) @Max(730) Integer noticeDays) {}

    /** @param governingLaw the country whose law applies */
    record DisputesRequest(
            @NotNull @CountryCode String governingLaw, @NotBlank @Size(max = MAX_TEXT) String resolution) {}

    record GovernanceRequest(
            @NotBlank @Size(max = MAX_TEXT) String decisions,
            @NotBlank @Size(max = MAX_TEXT) String escalation,
            @NotBlank @Size(max = MAX_TEXT) String checkIns) {}

    AgreementTerms toTerms() {
        return new AgreementTerms(
                new Scope(scope.firmRefers(), scope.partnerRefers(), scope.offLimits()),
                new Compensation(
                        compensation.planCode(),
                        compensation.summary(),
                        compensation.profession(),
                        compensation.disclosure(),
                        compensation.rate() == null ? null : new BigDecimal(compensation.rate()).stripTrailingZeros(),
                        compensation.trigger()),
                new Exclusivity(exclusivity.kind(), exclusivity.details()),
                new Territory(
                        territory.countries().stream()
                                .map(country -> country.toUpperCase(Locale.ROOT))
                                .toList(),
                        territory.industries()),
                new Payment(payment.netDays(), payment.invoicing()),
                new Confidentiality(confidentiality.confidentiality(), confidentiality.dataProtection()),
                new Term(term.startsOn(), term.endsOn(), term.renewal(), term.noticeDays()),
                new Disputes(disputes.governingLaw().toUpperCase(Locale.ROOT), disputes.resolution()),
                new Governance(governance.decisions(), governance.escalation(), governance.checkIns()));
    }
}
