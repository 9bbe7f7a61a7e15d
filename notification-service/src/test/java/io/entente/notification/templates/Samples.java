package io.entente.notification.templates;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.joda.money.Money;

/** The facts of each template, with the values of the samples in the contracts. */
final class Samples {

    static final Instant DUE = Instant.parse("2026-03-03T02:15:00Z");

    private static final Bundle ENGLISH = Bundle.load("en");

    private static final Map<String, UnaryOperator<Facts>> FACTS = Map.ofEntries(
            words("client", "Brightwater Logistics"),
            words("service", "Data platform"),
            words("partner", "Harbour Pine Advisory"),
            words("plan", "standard-referral"),
            words("planVersion", "3"),
            words("commissionId", "com_1"),
            words("referralId", "ref_1"),
            words("applicant", "Harbour Pine Advisory"),
            words("duplicates", "2"),
            words("link", "[link]"),
            words("payoutId", "pay_1"),
            words("paymentId", "inv-2026-0815"),
            words("correctionId", "cor_1"),
            words("requestedBy", "finance:u-1"),
            words("invoiceNumber", "SB-2026-00000017"),
            words("corrects", "SB-2026-00000007"),
            money("net", "EUR 1054.00"),
            money("commission", "EUR 1054.00"),
            money("vat", "EUR 200.26"),
            money("gross", "EUR 1254.26"),
            money("withheld", "EUR 158.10"),
            money("payable", "EUR 1096.16"),
            words("reportId", "brp_1"),
            words("messageId", "CAMT054-20260717-0001"),
            words("items", "42"),
            words("open", "2"),
            words("dealId", "deal_1"),
            words("crm", "hubspot"),
            words("crmDealId", "9876543210"),
            words("crmStage", "closedwon"),
            words("reference", "ENT-2026-Q2-0042"),
            words("rating", "9"),
            words("referrals", "4"),
            words("line", "3"),
            words("resolution", "The line stays, because the client signed in April."),
            words("level", "2"),
            words("questions", "Which of your clients would you have referred to us?"),
            words("contacts", "1"),
            words("agreement", "Referral agreement 2026"),
            words("subject", "The subject of the copy"),
            words("message", "The message that is copied."),
            words("note", "The board met once only."),
            words("alternative", "Quayside Studio serves businesses of this size."),
            instant("due", DUE),
            instant("dueAt", DUE),
            instant("previousDueAt", Instant.parse("2026-03-02T02:15:00Z")),
            instant("waitingSince", DUE),
            instant("protectedUntil", Instant.parse("2026-09-03T15:59:59Z")),
            instant("until", Instant.parse("2026-12-31T15:59:59Z")),
            instant("nextUpdate", Instant.parse("2026-03-18T02:05:00Z")),
            day("closedOn", LocalDate.of(2026, 4, 2)),
            day("reversedOn", LocalDate.of(2026, 9, 7)),
            Map.entry(
                    "step",
                    facts -> facts.withTranslated(
                            "step", Map.of("en", "Share case studies", "de", "Fallstudien teilen"))),
            day("dueOn", LocalDate.of(2026, 1, 27)),
            day("reapplyFrom", LocalDate.of(2026, 7, 13)),
            day("noticeBy", LocalDate.of(2026, 4, 30)),
            day("reviewOn", LocalDate.of(2026, 9, 30)),
            day("on", LocalDate.of(2026, 3, 5)),
            day("startsOn", LocalDate.of(2026, 4, 1)),
            day("endsOn", LocalDate.of(2026, 6, 30)),
            day("executeOn", LocalDate.of(2026, 7, 17)),
            day("paidOn", LocalDate.of(2026, 7, 17)),
            day("returnedOn", LocalDate.of(2026, 7, 21)),
            money("amount", "USD 105.40"),
            money("dealAmount", "USD 1054.00"),
            money("total", "USD 1200.00"),
            money("revenue", "USD 10540.00"),
            money("earned", "USD 1054.00"),
            money("earnedPayable", "USD 1354.00"),
            money("earnedWaiting", "USD -300.00"),
            money("paid", "USD 0.00"),
            money("closingBalance", "USD -50.00"),
            money("carried", "USD 50.00"),
            money("kept", "USD 8000.00"),
            money("earnedBefore", "USD 700.00"),
            money("floor", "USD 50.00"),
            money("capPerDeal", "USD 430.00"),
            money("capPerYear", "USD 20000.00"),
            part("rate", "0.10"),
            part("lowestRate", "0.05"),
            part("highestRate", "0.08"),
            part("before", "0.08"),
            part("share", "0.375"),
            part("elapsed", "0.80"),
            Map.entry("report", facts -> facts.withWord("report", "report", "CREDIT_NOTE")),
            Map.entry("clock", facts -> facts.withWord("clock", "clock", "RESPONSE")),
            Map.entry("gap", facts -> facts.withWord("gap", "team-deal-without-plan.because", "CURRENCY_DIFFERS")),
            Map.entry("rule", facts -> facts.withWord("rule", "rule", "SPLIT")),
            Map.entry("stage", facts -> facts.withWord("stage", "stage", "MEETING")),
            Map.entry("why", facts -> facts.withWord("why", "crm-wait", "REFUSED")),
            Map.entry("alert", facts -> facts.withWord("alert", "alert", "SILENCE")),
            Map.entry("tier", facts -> facts.withWord("tier", "tier", "STRATEGIC")),
            Map.entry("previousTier", facts -> facts.withWord("previousTier", "tier", "REFERRAL_NETWORK")),
            Map.entry(
                    "contradictions",
                    facts -> facts.withWords(
                            "contradictions", "contradiction", List.of("RATE_DIFFERS", "NET_DAYS_DIFFER"))),
            Map.entry("risks", facts -> facts.withWords("risks", "risk", List.of("SINGLE_CONTACT", "NO_DELIVERY"))),
            Map.entry("because", facts -> facts.withWord("because", "reason", "BUDGET")),
            words("reason", "The project is smaller than the firm can deliver well."));

    private Samples() {}

    /** The facts that the template requires. */
    static Facts required(TemplateName template) {
        Set<String> names = new TreeSet<>(ENGLISH.placeholders(template.subject()));
        Layouts.of(template).stream()
                .filter(paragraph -> !paragraph.optional())
                .forEach(paragraph -> names.addAll(ENGLISH.placeholders(paragraph.key())));
        return of(template, names);
    }

    /** All facts that the template can use. */
    static Facts all(TemplateName template) {
        Set<String> names = new TreeSet<>(ENGLISH.placeholders(template.subject()));
        Layouts.of(template).forEach(paragraph -> names.addAll(ENGLISH.placeholders(paragraph.key())));
        return of(template, names);
    }

    private static Facts of(TemplateName template, Set<String> names) {
        Facts facts = Facts.none();
        for (String name : names) {
            UnaryOperator<Facts> fact = FACTS.get(name);
            if (fact == null) {
                throw new IllegalStateException("There is no sample of " + name);
            }
            facts = fact.apply(facts);
        }
        return template.value().startsWith("no-commission-due")
                ? facts.withWord("reason", "no-commission-due.because", "TERM_ENDED")
                : facts;
    }

    private static Map.Entry<String, UnaryOperator<Facts>> words(String name, String words) {
        return Map.entry(name, facts -> facts.with(name, words));
    }

    private static Map.Entry<String, UnaryOperator<Facts>> instant(String name, Instant instant) {
        return Map.entry(name, facts -> facts.with(name, instant));
    }

    private static Map.Entry<String, UnaryOperator<Facts>> day(String name, LocalDate day) {
        return Map.entry(name, facts -> facts.with(name, day));
    }

    private static Map.Entry<String, UnaryOperator<Facts>> money(String name, String amount) {
        return Map.entry(name, facts -> facts.with(name, Money.parse(amount)));
    }

    private static Map.Entry<String, UnaryOperator<Facts>> part(String name, String fraction) {
        return Map.entry(name, facts -> facts.with(name, new BigDecimal(fraction)));
    }
}
