package io.entente.commission.deals.mongo;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Updates;
import io.entente.commission.CommissionServiceApplication;
import io.entente.commission.deals.CreditedDeals;
import io.entente.commission.deals.CreditedDeals.Credited;
import io.entente.commission.deals.DealMother;
import io.entente.commission.deals.SubmittedReferrals;
import io.entente.commission.deals.SubmittedReferrals.Counted;
import io.entente.commission.deals.SubmittedReferrals.Submitted;
import io.entente.commission.partners.PartnerId;
import io.entente.testkit.RunningService;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ReferralCountersIT {

    private static final LocalDate ON = LocalDate.parse("2026-04-02");

    private static RunningService service;

    @BeforeAll
    static void start() {
        service = RunningService.start(CommissionServiceApplication.service());
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void a_referral_counts_once_however_often_it_is_delivered() {
        PartnerId partner = new PartnerId("par_again");
        for (int times = 0; times < 3; times++) {
            referrals().add(partner, submitted("a"));
            referrals().add(partner, submitted("b"));
            referrals().won(List.of(deal(partner, "a")));
        }

        assertThat(referrals().count(partner, ON, ON)).isEqualTo(new Counted(2, 1));
        assertThat(referrals().count(partner, ON.plusDays(1), ON.plusDays(9))).isEqualTo(new Counted(0, 0));
    }

    @Test
    void a_crash_before_the_referral_is_marked_counts_it_once() {
        PartnerId partner = new PartnerId("par_crash");
        referrals().add(partner, submitted("a"));
        unmark(partner, "a");

        referrals().add(partner, submitted("a"));

        assertThat(referrals().count(partner, ON, ON)).isEqualTo(new Counted(1, 0));
    }

    @Test
    void the_next_referral_completes_what_a_crash_left() {
        PartnerId partner = new PartnerId("par_left");
        referrals().add(partner, submitted("a"));
        unmark(partner, "a");

        referrals().add(partner, submitted("b"));
        referrals().add(partner, submitted("a"));

        assertThat(referrals().count(partner, ON, ON)).isEqualTo(new Counted(2, 0));
    }

    @Test
    void a_deal_that_came_before_its_referral_counts_as_won() {
        PartnerId partner = new PartnerId("par_early");
        Credited deal = deal(partner, "a");
        deals().add(List.of(deal));
        referrals().won(List.of(deal));

        referrals().add(partner, submitted("a"));

        assertThat(referrals().count(partner, ON, ON)).isEqualTo(new Counted(1, 1));
    }

    @Test
    void a_referral_is_won_until_its_last_deal_is_reversed_and_again_with_the_next_one() {
        PartnerId partner = new PartnerId("par_reversed");
        referrals().add(partner, submitted("a"));
        Credited first = deal(partner, "a");
        Credited second = deal("second", partner, "a");
        won(first);
        won(second);

        reversed(second);
        assertThat(referrals().count(partner, ON, ON)).isEqualTo(new Counted(1, 1));
        reversed(first);
        reversed(first);
        assertThat(referrals().count(partner, ON, ON)).isEqualTo(new Counted(1, 0));
        won(first);
        assertThat(referrals().count(partner, ON, ON))
                .as("the closing is delivered again")
                .isEqualTo(new Counted(1, 0));
        won(deal("third", partner, "a"));

        assertThat(referrals().count(partner, ON, ON)).isEqualTo(new Counted(1, 1));
        assertThat(referrals().find(partner, List.of("a")).get(0).isOpen()).isFalse();
    }

    @Test
    void a_count_that_a_crash_left_pending_is_not_marked_again_after_it_was_taken_back() {
        PartnerId partner = new PartnerId("par_stale");
        referrals().add(partner, submitted("a"));
        Credited deal = deal(partner, "a");
        won(deal);
        Document interrupted = counter(partner);
        reversed(deal);
        referrals().add(partner, submitted("b"));

        ReferralCounters counters = new ReferralCounters(
                service.context().getBean(org.springframework.data.mongodb.core.MongoOperations.class));
        counters.markAll(interrupted);

        assertThat(referrals().find(partner, List.of("a")).get(0).isOpen()).isTrue();
        won(deal("later", partner, "a"));
        assertThat(referrals().count(partner, ON, ON)).isEqualTo(new Counted(2, 1));
    }

    @Test
    void instances_that_count_the_same_referrals_at_once_count_each_once() {
        PartnerId partner = new PartnerId("par_race");
        List<CompletableFuture<Void>> instances = IntStream.range(0, 3)
                .mapToObj(instance -> CompletableFuture.runAsync(
                        () -> IntStream.range(0, 20).forEach(i -> referrals().add(partner, submitted("r" + i)))))
                .toList();
        instances.forEach(CompletableFuture::join);

        assertThat(referrals().count(partner, ON, ON)).isEqualTo(new Counted(20, 0));
    }

    private static SubmittedReferrals referrals() {
        return service.context().getBean(SubmittedReferrals.class);
    }

    private static Submitted submitted(String referral) {
        return new Submitted(referral, "brightwater.example", ON);
    }

    private static void won(Credited deal) {
        deals().add(List.of(deal));
        referrals().won(List.of(deal));
    }

    private static void reversed(Credited deal) {
        deals().replace(List.of(deal.asReversed()), List.of());
        referrals().recount(List.of(deal));
    }

    private static CreditedDeals deals() {
        return service.context().getBean(CreditedDeals.class);
    }

    private static Document counter(PartnerId partner) {
        return Objects.requireNonNull(service.mongo()
                .getCollection(ReferralCounters.COUNTS)
                .find(eq("_id", partner.value() + "/2026-04"))
                .first());
    }

    private static Credited deal(PartnerId partner, String referral) {
        return deal("deal", partner, referral);
    }

    private static Credited deal(String id, PartnerId partner, String referral) {
        return new Credited(
                0,
                partner,
                referral,
                "brightwater.example",
                DealMother.deal(id + "-" + partner + "-" + referral, partner.value(), "USD 100.00")
                        .priced());
    }

    /** As a crash leaves it, after the counter was written and before the referral was marked. */
    private static void unmark(PartnerId partner, String referral) {
        service.mongo()
                .getCollection(ReferralCounters.REFERRALS)
                .updateOne(
                        eq("_id", partner.value() + "/" + referral),
                        Updates.pull("counted", ReferralCounters.Count.SUBMITTED.name()));
    }
}
