package io.entente.commission.plans.changes;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.commission.partners.Addressee;
import io.entente.commission.partners.PartnerDirectory;
import io.entente.commission.partners.PartnerId;
import io.entente.commission.partners.PartnerProfile;
import io.entente.commission.partners.PartnerProfiles;
import io.entente.commission.partners.PartnershipModel;
import io.entente.commission.partners.Tier;
import io.entente.commission.plans.Audience;
import io.entente.commission.plans.CommissionPlan;
import io.entente.commission.plans.Limits;
import io.entente.commission.plans.PlanMother;
import io.entente.commission.plans.PlanRef;
import io.entente.commission.plans.Term;
import io.entente.commission.plans.changes.ChangePlans.Answer;
import io.entente.commission.plans.changes.ChangePlans.Wish;
import io.entente.commission.plans.changes.PlanPolicy.SecondPersonAbove;
import io.entente.commission.plans.changes.PlanProposal.Kind;
import io.entente.commission.plans.changes.PlanProposal.Status;
import io.entente.commission.plans.inputs.Fraction;
import io.entente.commission.plans.rules.EarningRule;
import io.entente.commission.plans.rules.Flat;
import io.entente.commission.plans.rules.RevenueSplit;
import io.entente.commission.plans.rules.TierMode;
import io.entente.commission.plans.rules.VolumeTiers;
import io.entente.platform.domain.Actor;
import io.entente.platform.domain.Decision;
import io.entente.platform.domain.policy.PolicyVersions;
import io.entente.testkit.MovableClock;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The book has a plan at 10 % for everybody. The policy is the program's usual one: 25 %, 1000.00 USD, 30 days. */
class ChangePlansTest {

    private static final Actor MAKER = new Actor("user:fin-1");
    private static final Actor CHECKER = new Actor("user:fin-2");
    private static final Audience PINE = PlanMother.audience("par_pine");

    private final MovableClock clock = new MovableClock(Instant.parse("2026-04-02T09:00:00Z"));
    private final InMemoryRegisters registers = new InMemoryRegisters(PlanMother.everybodyAt("0.10"));
    private final KnownPartners known = new KnownPartners();
    private final ChangePlans changing = changing(null);

    @Test
    void a_plan_within_the_policys_figures_applies_at_once_and_has_an_author() {
        assertThat(ask(plan("pine", "0.25"), MAKER)).isInstanceOf(Answer.Applied.class);

        assertThat(registers.current().book().find("pine")).isPresent();
        PlanProposal origin =
                registers.current().originOf(new PlanRef("pine", 1)).orElseThrow();
        assertThat(origin.author()).isEqualTo("user:fin-1");
        assertThat(origin.status()).isEqualTo(Status.APPROVED);
    }

    @Test
    void a_plan_above_the_policys_figures_prices_nothing_until_a_second_person_approves_it() {
        PlanProposal waiting = waits(ask(plan("pine", "0.26"), MAKER));

        assertThat(waiting.because()).containsExactly("The highest rate is 26 %, above 25 %.");
        assertThat(registers.current().book().find("pine")).isEmpty();

        assertThat(decide(waiting, Status.APPROVED, CHECKER)).isInstanceOf(Decision.Allowed.class);
        assertThat(registers.current().book().find("pine")).isPresent();
        assertThat(decide(waiting, Status.APPROVED, CHECKER)).as("repeated").isInstanceOf(Decision.Allowed.class);
        assertThat(registers.current().book().versions("pine")).hasSize(1);
    }

    @Test
    void a_person_is_the_same_in_every_spelling_and_role() {
        PlanProposal waiting = waits(ask(plan("pine", "0.26"), MAKER));

        for (String same : List.of("user:fin-1", "user:FIN-1", "finance:fin-1")) {
            assertThat(decide(waiting, Status.APPROVED, new Actor(same)))
                    .as(same)
                    .isInstanceOf(Decision.Rejected.class);
            assertThat(decide(waiting, Status.DECLINED, new Actor(same)))
                    .as(same)
                    .isInstanceOf(Decision.Rejected.class);
        }
        assertThat(decide(waiting, Status.WITHDRAWN, CHECKER)).isInstanceOf(Decision.Rejected.class);
        assertThat(decide(waiting, Status.WITHDRAWN, new Actor("finance:FIN-1")))
                .isInstanceOf(Decision.Allowed.class);
        assertThat(registers.current().book().find("pine")).isEmpty();
    }

    @Test
    void a_declined_proposal_keeps_its_reason_and_changes_nothing() {
        PlanProposal waiting = waits(ask(plan("pine", "0.26"), MAKER));

        Decision<PlanProposal> declined = changing.decide(waiting.id(), Status.DECLINED, CHECKER, "Too high.")
                .orElseThrow();

        assertThat(((Decision.Allowed<PlanProposal>) declined).value().decision())
                .isEqualTo(new PlanProposal.Verdict(Status.DECLINED, "user:fin-2", clock.instant(), "Too high."));
        assertThat(decide(waiting, Status.APPROVED, CHECKER)).isInstanceOf(Decision.Rejected.class);
        assertThat(registers.current().book().plans()).hasSize(1);
        assertThat(ask(plan("pine", "0.26"), MAKER))
                .as("it can be proposed again")
                .isInstanceOf(Answer.Waits.class);
    }

    @Test
    void a_plan_has_one_proposal_at_a_time_and_a_repeated_request_gets_it_again() {
        PlanProposal waiting = waits(ask(plan("pine", "0.26"), MAKER));

        assertThat(ask(plan("pine", "0.26"), MAKER)).isEqualTo(new Answer.Waits(waiting, true));
        assertThat(ask(plan("pine", "0.30"), MAKER)).isInstanceOf(Answer.No.class);
        assertThat(registers.current().proposals()).hasSize(1);
    }

    @Test
    void fees_revenue_shares_and_tiers_have_figures_of_their_own() {
        assertThat(because(new Flat(Money.parse("USD 1000.00")))).isEmpty();
        assertThat(because(new Flat(Money.parse("USD 1000.01")))).hasSize(1);
        assertThat(because(new Flat(Money.parse("CHF 1.00"))))
                .containsExactly("The fee is in CHF, for which the policy sets no limit.");
        assertThat(because(new RevenueSplit(Fraction.of("0.60")))).isEmpty();
        assertThat(because(new RevenueSplit(Fraction.of("0.61")))).hasSize(1);
        assertThat(because(new VolumeTiers(TierMode.MARGINAL, PlanMother.bands("1: 0.10, 90: 0.30"))))
                .containsExactly("The highest rate is 30 %, above 25 %.");
    }

    @Test
    void the_number_of_partners_can_need_a_second_person() {
        ChangePlans careful = changing(1);

        assertThat(ask(careful, plan("pine", "0.10"))).isInstanceOf(Answer.Applied.class);
        assertThat(ask(careful, PlanMother.plan("two", PlanMother.audience("par_a par_b"), "2026-01-01", null, "0.1")))
                .isInstanceOf(Answer.Waits.class);
        assertThat(ask(careful, PlanMother.plan("tier", PlanMother.audience("ACTIVE"), "2026-01-01", null, "0.1")))
                .isInstanceOf(Answer.Waits.class);
        Wish end = new Wish(
                Kind.RETIREMENT,
                registers.current().book().find("standard").orElseThrow(),
                LocalDate.parse("2026-12-31"),
                null,
                null);
        PlanProposal waiting = waits(careful.change(end, MAKER, unread -> {}));
        assertThat(registers
                        .current()
                        .book()
                        .find("standard")
                        .orElseThrow()
                        .period()
                        .to())
                .isNull();
        assertThat(careful.decide(waiting.id(), Status.APPROVED, CHECKER, null)).isPresent();
        assertThat(registers
                        .current()
                        .book()
                        .find("standard")
                        .orElseThrow()
                        .period()
                        .to())
                .isEqualTo(LocalDate.parse("2026-12-31"));
    }

    @Test
    void an_approval_is_refused_if_the_plans_have_changed_since() {
        PlanProposal waiting = waits(ask(plan("pine", "0.26"), MAKER));
        ask(plan("other", "0.20"), MAKER);

        assertThat(decide(waiting, Status.APPROVED, CHECKER))
                .isInstanceOfSatisfying(Decision.Rejected.class, rejected -> assertThat(rejected.reason())
                        .contains("overlaps plan other"));
        assertThat(registers.current().find(waiting.id()).orElseThrow().isWaiting())
                .isTrue();
    }

    @Test
    void a_version_begins_after_the_notice_period_or_gives_a_reason() {
        assertThat(ask(version("2026-05-01", null), MAKER))
                .isEqualTo(
                        new Answer.No(
                                "effectiveFrom",
                                "must be 2026-05-02 or later, because partners get notice of 30 days; an earlier start needs a noticeReason"));
        assertThat(ask(version("2026-05-01", "The board asked for it."), MAKER)).isInstanceOf(Answer.Applied.class);
        assertThat(registers
                        .current()
                        .originOf(new PlanRef("standard", 2))
                        .orElseThrow()
                        .notice())
                .isEqualTo(new PlanProposal.Notice(30, "The board asked for it."));
        assertThat(ask(version("2026-06-01", null), MAKER)).isInstanceOf(Answer.Applied.class);
        assertThat(registers
                        .current()
                        .originOf(new PlanRef("standard", 3))
                        .orElseThrow()
                        .notice())
                .isEqualTo(new PlanProposal.Notice(30, null));
    }

    @Test
    void a_plan_that_takes_known_partners_from_another_one_begins_after_the_notice_period_or_gives_a_reason() {
        assertThat(ask(plan("nobody", "0.12"), MAKER))
                .as("the partner isn't known yet, so nobody is moved")
                .isInstanceOf(Answer.Applied.class);
        known.add(PlanMother.partner("par_elm", Tier.ACTIVE, PartnershipModel.REFERRAL));
        known.add(PlanMother.partner("par_oak", Tier.ACTIVE, PartnershipModel.REFERRAL));

        for (Audience moving : List.of(PlanMother.audience("par_elm"), PlanMother.audience("ACTIVE"))) {
            String code = moving.specificity().name().toLowerCase(Locale.ROOT);
            CommissionPlan early = PlanMother.plan(code, moving, "2026-04-20", null, "0.12");
            assertThat(ask(early, MAKER))
                    .isEqualTo(
                            new Answer.No(
                                    "effectiveFrom",
                                    "must be 2026-05-02 or later, because partners get notice of 30 days; an earlier start needs a noticeReason"));
            assertThat(ask(PlanMother.plan(code, moving, "2000-01-01", null, "0.12"), MAKER))
                    .as("from a past day on")
                    .isInstanceOf(Answer.No.class);
            assertThat(ask(new Wish(Kind.PLAN, early, null, "It was promised.", null), MAKER))
                    .isInstanceOf(Answer.Applied.class);
        }
        assertThat(ask(PlanMother.plan("others", PlanMother.audience("STRATEGIC"), "2026-04-20", null, "0.12"), MAKER))
                .as("no known partner is strategic")
                .isInstanceOf(Answer.Applied.class);
        assertThat(ask(
                        PlanMother.plan("over", PlanMother.audience("CHANNEL"), "2025-01-01", "2025-12-31", "0.12"),
                        MAKER))
                .as("no day of it is to come")
                .isInstanceOf(Answer.Applied.class);
    }

    @Test
    void a_version_that_waited_too_long_for_its_notice_is_not_approved() {
        CommissionPlan high = PlanMother.plan("standard", Audience.ALL, "2026-05-02", null, "0.30");
        PlanProposal waiting = waits(ask(new Wish(Kind.VERSION, high, null, null, null), MAKER));
        clock.move(Duration.ofDays(1));

        assertThat(decide(waiting, Status.APPROVED, CHECKER))
                .isInstanceOfSatisfying(Decision.Rejected.class, rejected -> assertThat(rejected.reason())
                        .contains("2026-05-03"));
    }

    @Test
    void a_plan_ends_after_the_notice_period_or_the_retirement_gives_a_reason() {
        assertThat(ask(retirement("2026-04-30", null), MAKER))
                .isEqualTo(
                        new Answer.No(
                                "on",
                                "must be 2026-05-01 or later, because partners get notice of 30 days; an earlier end needs a noticeReason"));
        assertThat(ask(retirement("2026-05-01", null), MAKER)).isInstanceOf(Answer.Applied.class);
        assertThat(ask(retirement("2026-04-10", "The board asked for it."), MAKER))
                .isInstanceOf(Answer.Applied.class);
        assertThat(registers.current().proposals())
                .extracting(PlanProposal::notice)
                .containsExactly(
                        new PlanProposal.Notice(30, null), new PlanProposal.Notice(30, "The board asked for it."));
    }

    private Wish retirement(String on, @Nullable String reason) {
        CommissionPlan standard = registers.current().book().find("standard").orElseThrow();
        return new Wish(Kind.RETIREMENT, standard, LocalDate.parse(on), reason, null);
    }

    private List<String> because(EarningRule rule) {
        return policy(null).secondPersonFor(PlanMother.plan(rule, Term.WHILE_ACTIVE, Limits.NONE));
    }

    private static Wish version(String from, @Nullable String reason) {
        CommissionPlan plan = PlanMother.plan("standard", Audience.ALL, from, null, "0.12");
        return new Wish(Kind.VERSION, plan, null, reason, null);
    }

    private static CommissionPlan plan(String code, String rate) {
        return PlanMother.plan(code, PINE, "2026-01-01", null, rate);
    }

    private Answer ask(CommissionPlan plan, Actor author) {
        return ask(new Wish(Kind.PLAN, plan, null, null, null), author);
    }

    private Answer ask(ChangePlans with, CommissionPlan plan) {
        return with.change(new Wish(Kind.PLAN, plan, null, null, null), MAKER, unread -> {});
    }

    private Answer ask(Wish wish, Actor author) {
        return changing.change(wish, author, unread -> {});
    }

    private Decision<PlanProposal> decide(PlanProposal proposal, Status status, Actor by) {
        return changing.decide(proposal.id(), status, by, null).orElseThrow();
    }

    private static PlanProposal waits(Answer answer) {
        return ((Answer.Waits) answer).proposal();
    }

    private ChangePlans changing(@Nullable Integer partners) {
        int[] number = {0};
        return new ChangePlans(
                registers,
                new PolicyVersions<>("terms for changes of plans", List.of(policy(partners))),
                new ConcernedPartners(known, known),
                prefix -> prefix + "_" + number[0]++ + (partners == null ? "" : "c"),
                clock,
                ZoneOffset.UTC);
    }

    private static PlanPolicy policy(@Nullable Integer partners) {
        SecondPersonAbove figures = new SecondPersonAbove(
                new BigDecimal("0.25"), new BigDecimal("0.60"), Map.of("USD", new BigDecimal("1000.00")), partners);
        return new PlanPolicy(1, LocalDate.EPOCH, figures, 30);
    }

    /** A register that is kept in memory. */
    private static final class InMemoryRegisters implements PlanRegisters {
        private PlanRegister register;

        InMemoryRegisters(io.entente.commission.plans.PlanBook first) {
            register = new PlanRegister(first, List.of());
        }

        @Override
        public PlanRegister recent() {
            return register;
        }

        @Override
        public PlanRegister current() {
            return register;
        }

        @Override
        public void replace(PlanRegister changed) {
            assertThat(changed.book().version()).isEqualTo(register.book().version() + 1);
            register = changed;
        }
    }

    private static final class KnownPartners implements PartnerDirectory, PartnerProfiles {
        private final SortedMap<String, PartnerProfile> all = new TreeMap<>();

        void add(PartnerProfile profile) {
            all.put(profile.id().value(), profile);
        }

        @Override
        public List<PartnerId> ids(@Nullable String after, int count) {
            return all.values().stream()
                    .map(PartnerProfile::id)
                    .filter(id -> after == null || id.value().compareTo(after) > 0)
                    .limit(count)
                    .toList();
        }

        @Override
        public Optional<PartnerProfile> find(PartnerId id) {
            return Optional.ofNullable(all.get(id.value()));
        }

        @Override
        public Optional<Addressee> addressee(PartnerId id) {
            return Optional.empty();
        }

        @Override
        public void erase(PartnerId id) {
            all.remove(id.value());
        }

        @Override
        public boolean learn(PartnerProfile profile) {
            add(profile);
            return true;
        }
    }
}
