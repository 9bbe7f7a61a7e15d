package io.entente.commission.plans.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.entente.commission.plans.CommissionPlan;
import io.entente.commission.plans.Limits;
import io.entente.commission.plans.PaymentTerms;
import io.entente.commission.plans.PlanBook;
import io.entente.commission.plans.PlanDecision.Accepted;
import io.entente.commission.plans.PlanMother;
import io.entente.commission.plans.Term;
import io.entente.commission.plans.Trigger;
import io.entente.commission.plans.changes.PlanProposal;
import io.entente.commission.plans.changes.PlanRegister;
import io.entente.commission.plans.inputs.Fraction;
import io.entente.commission.plans.rules.Bands;
import io.entente.commission.plans.rules.ByInvolvement;
import io.entente.commission.plans.rules.ConversionTiers;
import io.entente.commission.plans.rules.DealSizeTiers;
import io.entente.commission.plans.rules.EarningRule;
import io.entente.commission.plans.rules.Flat;
import io.entente.commission.plans.rules.LifetimeValueTiers;
import io.entente.commission.plans.rules.Percent;
import io.entente.commission.plans.rules.Reciprocal;
import io.entente.commission.plans.rules.RevenueSplit;
import io.entente.commission.plans.rules.TierMode;
import io.entente.commission.plans.rules.VolumeTiers;
import io.entente.platform.domain.ConcurrentUpdateException;
import io.entente.servers.TestServers;
import io.entente.testkit.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;

class MongoPlanBooksIT {

    private static final String DATABASE = "plan_books_it";

    private final MongoClient client = MongoClients.create(TestServers.mongoUri(DATABASE));
    private final MongoTemplate mongo = new MongoTemplate(client, DATABASE);
    private final MovableClock clock = new MovableClock(Instant.parse("2026-04-02T09:00:00Z"));
    private final MongoPlanBooks here = new MongoPlanBooks(mongo, clock);
    private final MongoPlanBooks elsewhere = new MongoPlanBooks(mongo, clock);

    @BeforeEach
    void open() {
        mongo.dropCollection(MongoPlanBooks.COLLECTION);
        here.open(PlanMother.everybodyAt("0.10"));
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void a_plan_is_in_force_at_once_on_this_instance_and_within_a_second_on_others() {
        assertThat(elsewhere.inForce().plans()).hasSize(1);

        here.replace(withOneMore(here.current()));

        assertThat(here.inForce().plans()).hasSize(2);
        clock.move(Duration.ofMillis(999));
        assertThat(elsewhere.inForce().plans()).hasSize(1);
        clock.move(Duration.ofMillis(1));
        assertThat(elsewhere.inForce().plans()).hasSize(2);
    }

    @Test
    void an_old_book_is_not_kept_if_the_clock_is_set_back() {
        elsewhere.inForce();
        here.replace(withOneMore(here.current()));

        clock.move(Duration.ofHours(-1));

        assertThat(elsewhere.inForce().plans()).hasSize(2);
    }

    @Test
    void the_second_of_two_changes_to_one_version_is_refused() {
        PlanRegister read = elsewhere.current();
        here.replace(withOneMore(here.current()));

        assertThatThrownBy(() -> elsewhere.replace(withOneMore(read))).isInstanceOf(ConcurrentUpdateException.class);
    }

    @Test
    void every_rule_is_read_as_it_was_written() {
        Money fifty = Money.parse("USD 50.00");
        Fraction half = Fraction.of("0.5");
        Bands bands = PlanMother.bands("0: 0.10, 0.5: 0.15");
        List<EarningRule> rules = List.of(
                new Percent(half),
                new ByInvolvement(Fraction.of("0.05"), Fraction.of("0.10"), Fraction.of("0.25")),
                new Flat(fifty),
                new VolumeTiers(TierMode.RETROACTIVE, PlanMother.bands("1: 0.10, 1000: 0.15")),
                new DealSizeTiers(TierMode.MARGINAL, CurrencyUnit.USD, PlanMother.bands("0: 0.15, 50000: 0.10")),
                new LifetimeValueTiers(TierMode.RETROACTIVE, CurrencyUnit.USD, PlanMother.bands("0: 0.1")),
                new ConversionTiers(Period.ofMonths(18), 4, bands),
                new RevenueSplit(half),
                new Reciprocal());
        List<CommissionPlan> plans = new ArrayList<>();
        for (EarningRule rule : rules) {
            plans.add(new CommissionPlan(
                    "plan-" + plans.size(),
                    3,
                    "A plan",
                    new io.entente.commission.plans.Period(LocalDate.EPOCH, LocalDate.EPOCH.plusDays(9)),
                    PlanMother.audience("ACTIVE CHANNEL par_" + plans.size()),
                    rule,
                    Term.FIRST_YEAR,
                    new PaymentTerms(Trigger.MONTHLY, 14, 7),
                    new Limits(fifty, Money.parse("USD 500.00"), Money.parse("USD 5.00"))));
        }
        PlanProposal proposal = new PlanProposal(
                "ppr_1",
                PlanProposal.Kind.RETIREMENT,
                plans.get(0),
                LocalDate.EPOCH.plusDays(5),
                List.of("The highest rate is 50 %, above 25 %."),
                new PlanProposal.Notice(30, "The board asked for it."),
                "user:u-1",
                Instant.EPOCH,
                "req_2",
                new PlanProposal.Verdict(PlanProposal.Status.DECLINED, "user:u-2", Instant.EPOCH, "Too high."));
        PlanRegister written = new PlanRegister(new PlanBook(2, plans, Map.of("req_1", "plan-1/3")), List.of(proposal));

        here.replace(written);

        assertThat(elsewhere.current()).isEqualTo(written);
    }

    @Test
    void a_plan_stored_by_an_earlier_version_applies_to_every_deal_net_30_without_limits() {
        mongo.getCollection(MongoPlanBooks.COLLECTION)
                .replaceOne(
                        new Document(),
                        Document.parse(
                                """
                                {"_id":"plan-book","version":{"$numberLong":"7"},"requests":{"req_1":"standard"},
                                 "plans":[{"code":"standard","version":{"$numberLong":"1"},"name":"Plan standard",
                                   "effectiveFrom":"2000-01-01","appliesTo":{"tiers":[],"models":[],"partnerIds":[]},
                                   "rule":{"type":"PERCENT","rate":"0.10"},"trigger":"CLIENT_PAYMENT"}]}
                                """));

        assertThat(elsewhere.current().proposals()).isEmpty();
        assertThat(elsewhere.latest().plans())
                .containsExactlyElementsOf(PlanMother.everybodyAt("0.10").plans());
    }

    @Test
    void opening_the_book_again_changes_nothing() {
        here.replace(withOneMore(here.current()));

        elsewhere.open(PlanMother.everybodyAt("0.10"));

        assertThat(elsewhere.latest().plans()).hasSize(2);
        assertThat(elsewhere.current()).isEqualTo(here.current());
    }

    private static PlanRegister withOneMore(PlanRegister register) {
        CommissionPlan plan =
                PlanMother.plan("strategic", PlanMother.audience("STRATEGIC par_1"), "2026-01-01", "2026-12-31", "0.2");
        return new PlanRegister(((Accepted) register.book().add(plan, "req_1")).book(), register.proposals());
    }
}
