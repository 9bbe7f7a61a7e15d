package io.entente.partner.agreements.policy;

import io.entente.partner.agreements.terms.AgreementTerms;
import io.entente.partner.agreements.terms.AgreementTerms.Compensation;
import io.entente.partner.agreements.terms.AgreementTerms.Term;
import io.entente.platform.domain.policy.PolicyVersion;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The program's rules for agreements.
 *
 * @param effectiveFrom the day from which this version applies
 * @param remindDaysBeforeNotice calendar days between a reminder and the last day for a notice
 * @param feeRules a profession without a rule in a country may be paid
 */
public record AgreementPolicy(long version, LocalDate effectiveFrom, int remindDaysBeforeNotice, List<FeeRule> feeRules)
        implements PolicyVersion {

    public AgreementPolicy {
        feeRules = List.copyOf(feeRules);
    }

    /** When both sides are reminded of the last day; null if there is none. */
    public @Nullable LocalDate remindOn(@Nullable LocalDate endsOn, Term term) {
        LocalDate noticeBy = AgreementTerms.noticeBy(endsOn, term);
        return noticeBy == null ? null : noticeBy.minusDays(remindDaysBeforeNotice);
    }

    /** Why the compensation can't be agreed with a partner in a country; empty if it can. */
    public Optional<Objection> objection(Compensation compensation, String country) {
        if (compensation.planCode() == null || compensation.profession() == null) {
            return Optional.empty();
        }
        return feeRules.stream()
                .filter(rule -> rule.profession() == compensation.profession()
                        && rule.countries().contains(country))
                .findFirst()
                .flatMap(rule -> objection(rule, compensation, country));
    }

    private static Optional<Objection> objection(FeeRule rule, Compensation compensation, String country) {
        return switch (rule.treatment()) {
            case ALLOWED -> Optional.empty();
            case FORBIDDEN ->
                Optional.of(new Objection(
                        "planCode",
                        "must be absent, because a fee for a referral is forbidden for the profession %s in %s: %s"
                                .formatted(rule.profession(), country, rule.source())));
            case NEEDS_DISCLOSURE ->
                compensation.disclosure() != null && !compensation.disclosure().isBlank()
                        ? Optional.empty()
                        : Optional.of(new Objection(
                                "disclosure",
                                "must say how the client is told of the fee, as the profession %s needs it in %s: %s"
                                        .formatted(rule.profession(), country, rule.source())));
        };
    }

    /**
     * A rule that the compensation breaks.
     *
     * @param field of the compensation
     * @param message follows the name of the field
     */
    public record Objection(String field, String message) {}
}
