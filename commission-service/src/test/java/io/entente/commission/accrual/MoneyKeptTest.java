package io.entente.commission.accrual;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.commission.commissions.Commission;
import io.entente.commission.commissions.CommissionId;
import io.entente.commission.commissions.ProgramCalendar;
import io.entente.commission.deals.Deal;
import io.entente.commission.deals.DealFact;
import io.entente.commission.deals.DealFact.Kind;
import io.entente.commission.deals.DealMother;
import io.entente.commission.partners.PartnerId;
import io.entente.commission.payments.ReportDates;
import io.entente.commission.payments.ReportPayments;
import io.entente.commission.payments.ReportPayments.Fields;
import io.entente.commission.payments.Reported;
import io.entente.commission.payments.Reported.Recorded;
import io.entente.commission.plans.PlanMother;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Whatever is paid, refunded, credited, reversed and voided, commission follows a plain model of the money kept. */
class MoneyKeptTest {

    private static final PartnerId ASH = new PartnerId("par_ash");
    private static final LocalDate ON = LocalDate.parse("2026-04-02");
    private static final int VOID = 4;

    /** Adds up cents. It shares no code with the service. */
    private static final class Model {
        private final long deal;
        private long paid;
        private long refunded;
        private long reversed;
        private long credited;

        Model(long deal) {
            this.deal = deal;
        }

        boolean allows(Kind kind, long cents) {
            return switch (kind) {
                case REFUND -> refunded + cents <= paid;
                case CREDIT_NOTE -> credited + cents <= deal;
                case PAYMENT_VOIDED -> refunded <= paid - cents;
                default -> true;
            };
        }

        void add(Kind kind, long cents) {
            switch (kind) {
                case PAYMENT -> paid += cents;
                case REFUND -> refunded += cents;
                case REVERSAL -> reversed += cents;
                case CREDIT_NOTE -> credited += cents;
                case PAYMENT_VOIDED -> paid -= cents;
                case REFUND_VOIDED -> refunded -= cents;
                case CREDIT_NOTE_VOIDED -> credited -= cents;
            }
        }

        private long dealNow() {
            return Math.max(0, deal - Math.max(reversed, credited));
        }

        long kept() {
            return Math.max(0, Math.min(paid - refunded, dealNow()));
        }

        long worth() {
            return Math.max(0, Math.min(Math.max(dealNow(), paid) - refunded, dealNow()));
        }

        Money commission(long whole, long part) {
            BigDecimal cents = BigDecimal.valueOf(whole)
                    .multiply(BigDecimal.valueOf(part))
                    .divide(BigDecimal.valueOf(deal), 0, RoundingMode.HALF_UP);
            return minor(cents.longValueExact());
        }
    }

    @Property(tries = 400)
    void the_commission_is_the_models_after_each_report_and_the_same_reports_are_refused(
            @ForAll @IntRange(min = 1_000, max = 1_000_000) int deal,
            @ForAll @Size(min = 1, max = 14) List<@IntRange(min = 0, max = VOID) Integer> kinds,
            @ForAll @Size(value = 14) List<@IntRange(min = 1, max = 600_000) Integer> amounts) {
        Program program = new Program(new Everybody(), PlanMother.everybodyAt("0.10"));
        program.accrue(closed(deal));
        Model model = new Model(deal);
        List<DealFact> recorded = new ArrayList<>();

        for (int i = 0; i < kinds.size(); i++) {
            DealFact fact = fact(kinds.get(i), amounts.get(i), i, recorded);
            boolean isNew = recorded.stream().noneMatch(other -> other.key().equals(fact.key()));
            boolean expected = !isNew || model.allows(fact.kind(), fact.amount().getAmountMinorLong());
            assertThat(isRecorded(program, fact)).as(fact.toString()).isEqualTo(expected);
            if (expected && isNew) {
                model.add(fact.kind(), fact.amount().getAmountMinorLong());
                recorded.add(fact);
            }
            assertFollows(program, model, deal);
        }
    }

    @Property(tries = 400)
    void any_order_of_the_same_reports_and_their_deal_gives_the_models_commission(
            @ForAll @IntRange(min = 1_000, max = 1_000_000) int deal,
            @ForAll @Size(min = 1, max = 12) List<@IntRange(min = 0, max = VOID) Integer> kinds,
            @ForAll @Size(value = 12) List<@IntRange(min = 1, max = 600_000) Integer> amounts,
            @ForAll long seed) {
        Model model = new Model(deal);
        List<DealFact> facts = new ArrayList<>();
        for (int i = 0; i < kinds.size(); i++) {
            DealFact fact = fact(kinds.get(i), amounts.get(i), i, facts);
            if (model.allows(fact.kind(), fact.amount().getAmountMinorLong())
                    && facts.stream().noneMatch(other -> other.key().equals(fact.key()))) {
                model.add(fact.kind(), fact.amount().getAmountMinorLong());
                facts.add(fact);
            }
        }
        Program program = new Program(new Everybody(), PlanMother.everybodyAt("0.10"));
        List<Runnable> events = new ArrayList<>();
        events.add(() -> program.accrue(closed(deal)));
        facts.forEach(fact -> events.add(() -> program.settling.record(fact)));
        events.addAll(List.copyOf(events.subList(0, (events.size() + 1) / 2)));
        Collections.shuffle(events, new Random(seed));

        events.forEach(Runnable::run);

        assertFollows(program, model, deal);
    }

    private static void assertFollows(Program program, Model model, int deal) {
        Commission commission =
                program.ledger.standing(CommissionId.of("d", ASH)).orElseThrow();
        long whole = BigDecimal.valueOf(deal)
                .multiply(new BigDecimal("0.10"))
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
        assertThat(commission.net()).isEqualTo(model.commission(whole, model.worth()));
        assertThat(commission.released()).isEqualTo(model.commission(whole, model.kept()));
    }

    /** The next report, or the void of an earlier one. */
    private static DealFact fact(int kind, int cents, int i, List<DealFact> earlier) {
        List<DealFact> voidable = earlier.stream()
                .filter(fact -> fact.kind() != Kind.REVERSAL && !fact.kind().isVoid())
                .toList();
        if (kind == VOID && !voidable.isEmpty()) {
            return voidable.get(cents % voidable.size()).voided(ON, "Entered wrongly.", "user:a");
        }
        Kind of = List.of(Kind.PAYMENT, Kind.REFUND, Kind.REVERSAL, Kind.CREDIT_NOTE, Kind.PAYMENT)
                .get(kind);
        return new DealFact(of, "f" + i, "d", minor(cents), ON, "It happened.", "system");
    }

    private static boolean isRecorded(Program program, DealFact fact) {
        ReportPayments reporting = new ReportPayments(
                program.deals,
                program.deals,
                program.settling,
                new ReportDates(new ProgramCalendar(ZoneOffset.UTC, program.clock), null));
        if (fact.kind() == Kind.REVERSAL) {
            program.settling.record(fact);
            return true;
        }
        Reported reported = fact.kind().isVoid()
                ? reporting
                        .voidReport(voidedKind(fact), fact.id(), fact.reason(), fact.actor())
                        .orElseThrow()
                : reporting.report(fact, new Fields("id", "on"));
        return reported instanceof Recorded;
    }

    private static Kind voidedKind(DealFact fact) {
        return fact.kind() == Kind.PAYMENT_VOIDED ? Kind.PAYMENT : Kind.REFUND;
    }

    private static Deal closed(long cents) {
        return DealMother.deal("d", "par_ash", minor(cents).toString());
    }

    private static Money minor(long cents) {
        return Money.ofMinor(CurrencyUnit.USD, cents);
    }
}
