package io.entente.partner.agreements.terms;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What an agreement says. The parts are the sections of the one-page memorandum of the program guide. */
public record AgreementTerms(
        Scope scope,
        Compensation compensation,
        Exclusivity exclusivity,
        Territory territory,
        Payment payment,
        Confidentiality confidentiality,
        Term term,
        Disputes disputes,
        Governance governance) {

    /** The same terms with other words. Codes, days and numbers stay. */
    public AgreementTerms withTexts(UnaryOperator<String> text) {
        return new AgreementTerms(
                new Scope(all(scope.firmRefers, text), all(scope.partnerRefers, text), all(scope.offLimits, text)),
                new Compensation(
                        compensation.planCode,
                        text.apply(compensation.summary),
                        compensation.profession,
                        optional(compensation.disclosure, text),
                        compensation.rate,
                        compensation.trigger),
                new Exclusivity(exclusivity.kind, optional(exclusivity.details, text)),
                new Territory(territory.countries, all(territory.industries, text)),
                new Payment(payment.netDays, text.apply(payment.invoicing)),
                new Confidentiality(
                        text.apply(confidentiality.confidentiality), text.apply(confidentiality.dataProtection)),
                term,
                new Disputes(disputes.governingLaw, text.apply(disputes.resolution)),
                new Governance(
                        text.apply(governance.decisions),
                        text.apply(governance.escalation),
                        text.apply(governance.checkIns)));
    }

    /** All words of the terms. */
    public List<String> texts() {
        List<String> texts = new ArrayList<>();
        AgreementTerms unused = withTexts(text -> {
            texts.add(text);
            return text;
        });
        return texts;
    }

    private static List<String> all(List<String> texts, UnaryOperator<String> text) {
        return texts.stream().map(text).toList();
    }

    private static @Nullable String optional(@Nullable String before, UnaryOperator<String> text) {
        return before == null ? null : text.apply(before);
    }

    /** The services that each side refers to the other, and what is off limits. */
    public record Scope(List<String> firmRefers, List<String> partnerRefers, List<String> offLimits) {

        public Scope {
            firmRefers = List.copyOf(firmRefers);
            partnerRefers = List.copyOf(partnerRefers);
            offLimits = List.copyOf(offLimits);
        }
    }

    /**
     * What a referral pays.
     *
     * @param planCode the commission plan by which deals are priced; null if the sides refer to each other without a fee
     * @param summary the compensation in words
     * @param profession the regulated profession of the partner; null if it has none
     * @param disclosure how the client is told of the fee; null if that isn't agreed
     * @param rate the part of a deal that is paid, such as 0.1; null if it is only in words
     * @param trigger what makes the commission payable, by the word of the plans, such as {@code CLIENT_PAYMENT}; null if it is only in words
     */
    public record Compensation(
            @Nullable String planCode,
            String summary,
            @Nullable Profession profession,
            @Nullable String disclosure,
            @Nullable BigDecimal rate,
            @Nullable String trigger) {

        /** A compensation whose rate and trigger are only in words. */
        public Compensation(
                @Nullable String planCode,
                String summary,
                @Nullable Profession profession,
                @Nullable String disclosure) {
            this(planCode, summary, profession, disclosure, null, null);
        }
    }

    /** Who may not work with others in the same field. */
    public record Exclusivity(Kind kind, @Nullable String details) {

        /** Which side is bound. */
        public enum Kind {
            NONE,
            FIRM,
            PARTNER,
            MUTUAL
        }
    }

    /**
     * Clients to which the agreement applies. An empty list means no limit.
     *
     * @param countries ISO 3166-1 alpha-2
     */
    public record Territory(List<String> countries, List<String> industries) {

        public Territory {
            countries = List.copyOf(countries);
            industries = List.copyOf(industries);
        }
    }

    /** @param netDays days from the client's payment until the commission is paid */
    public record Payment(int netDays, String invoicing) {}

    /** What both sides keep to themselves, and how they protect personal data. */
    public record Confidentiality(String confidentiality, String dataProtection) {}

    /**
     * How long the terms bind.
     *
     * @param startsOn the first day on which this version binds
     * @param endsOn the last day; null if there is none
     * @param noticeDays calendar days between a notice and the last day
     */
    public record Term(LocalDate startsOn, @Nullable LocalDate endsOn, Renewal renewal, int noticeDays) {

        /** What happens after the last day. */
        public enum Renewal {
            /** The agreement ends. */
            NONE,
            /** It goes on for another year, unless a side has given notice. */
            YEARLY
        }
    }

    /** @param governingLaw the country whose law applies, ISO 3166-1 alpha-2 */
    public record Disputes(String governingLaw, String resolution) {}

    /** Who decides on client acceptance and changes of scope, to whom issues are escalated, and how often the sides meet. */
    public record Governance(String decisions, String escalation, String checkIns) {}

    /** The last day on which a notice prevents the renewal or the end; null if the terms have no end. */
    public static @Nullable LocalDate noticeBy(@Nullable LocalDate endsOn, Term term) {
        return endsOn == null ? null : endsOn.minusDays(term.noticeDays());
    }
}
