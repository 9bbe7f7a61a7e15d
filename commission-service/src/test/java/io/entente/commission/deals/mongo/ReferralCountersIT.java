package io.entente.commission.deals.mongo;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Updates;
import io.entente.commission.CommissionServiceApplication;
import io.entente.commission.deals.CreditedDeals.Credited;
import io.entente.commission.deals.DealMother;
import io.entente.commission.deals.SubmittedReferrals;
import io.entente.commission.deals.SubmittedReferrals.Counted;
import io.entente.commission.deals.SubmittedReferrals.Submitted;
import io.entente.commission.partners.PartnerId;
import io.entente.testkit.RunningService;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
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
        service.context()
                .getBean(io.entente.commission.deals.CreditedDeals.class)
                .add(List.of(deal));
        referrals().won(List.of(deal));

        referrals().add(partner, submitted("a"));

        assertThat(referrals().count(partner, ON, ON)).isEqualTo(new Counted(1, 1));
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

    private static Credited deal(PartnerId partner, String referral) {
        return new Credited(
                0,
                partner,
                referral,
                "brightwater.example",
                DealMother.deal("deal-" + partner + "-" + referral, partner.value(), "USD 100.00")
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
