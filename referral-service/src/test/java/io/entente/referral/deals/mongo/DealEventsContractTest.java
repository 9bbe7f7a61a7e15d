package io.entente.referral.deals.mongo;

import static io.entente.referral.referral.ReferralMother.DAY;
import static io.entente.referral.referral.ReferralMother.MONDAY;
import static io.entente.referral.referral.ReferralMother.at;
import static io.entente.referral.referral.ReferralMother.deal;
import static io.entente.referral.referral.ReferralMother.in;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.entente.platform.domain.Change;
import io.entente.platform.events.outbox.EventRecorder;
import io.entente.platform.events.outbox.OutboxRecord;
import io.entente.referral.deals.CloseDeal;
import io.entente.referral.deals.Deal;
import io.entente.referral.deals.DealCorrection;
import io.entente.referral.deals.DealDetails;
import io.entente.referral.deals.DealEvent;
import io.entente.referral.deals.Engagement;
import io.entente.referral.referral.Referral;
import io.entente.referral.referral.ReferralStatus;
import io.entente.referral.referral.facts.CreditShare;
import io.entente.referral.referral.facts.Reason;
import io.entente.testkit.Contracts;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

class DealEventsContractTest {

    private final DealMapping mapping = new DealMapping(new EventRecorder(
            "referral-service",
            JsonMapper.builder()
                    .changeDefaultPropertyInclusion(value -> value.withValueInclusion(JsonInclude.Include.NON_NULL))
                    .build(),
            Tracer.NOOP,
            Propagator.NOOP));

    static Stream<Arguments> everyEvent() {
        Referral won = in(ReferralStatus.WON);
        Change<Deal, DealEvent> closed = deal("deal_2").on(won, at(MONDAY));
        CloseDeal shared = new CloseDeal(
                "deal_2",
                Money.parse("JPY 1054"),
                DAY,
                new Engagement(Engagement.Kind.PROJECT, DAY, null),
                List.of(
                        new CreditShare("par_1", "ORIGINATOR", new BigDecimal("0.75")),
                        new CreditShare("par_2", "CO_SELLER", new BigDecimal("0.25"))),
                new BigDecimal("0.40"),
                "f");
        Deal.Reversal reversal = new Deal.Reversal(MONDAY, DAY, Reason.of("Refunded"), "system", true);
        DealEvent.About about = new DealEvent.About(at(MONDAY), won);
        return Stream.of(
                Arguments.of("referral.deal-closed.v1", 1, closed),
                Arguments.of("referral.deal-closed.v1", 1, shared.on(won, at(MONDAY))),
                Arguments.of(
                        "referral.deal-reversed.v1",
                        1,
                        Change.of(closed.state(), new DealEvent.DealReversed(about, closed.state(), reversal))),
                Arguments.of("referral.deal-corrected.v1", 2, corrected(shared.on(won, at(MONDAY)), about)));
    }

    private static Change<Deal, DealEvent> corrected(Change<Deal, DealEvent> closed, DealEvent.About about) {
        DealDetails before = closed.state().details();
        DealDetails after = new DealDetails(
                Money.parse("JPY 1045"), DAY.minusDays(1), "Cloud", before.engagement(), before.credit(), null);
        return closed.state()
                .corrected(
                        about,
                        after,
                        new DealCorrection(
                                MONDAY,
                                "user:u-17",
                                DealCorrection.Kind.CORRECTION,
                                "A typing error",
                                before.differences(after),
                                before,
                                null));
    }

    @ParameterizedTest
    @MethodSource("everyEvent")
    void each_event_matches_its_contract_and_has_the_deal_as_its_subject(
            String type, long sequence, Change<Deal, DealEvent> change) {
        List<OutboxRecord> sent = mapping.records(change, MONDAY);

        assertThat(sent).hasSize(1);
        OutboxRecord record = sent.get(0);
        assertThat(record.envelope().type()).isEqualTo(type);
        assertThat(record.envelope().subject()).isEqualTo("deal_2");
        assertThat(record.envelope().partitionKey()).isEqualTo("par_1");
        assertThat(record.envelope().sequence()).isEqualTo(sequence);
        Contracts.assertMatches(type, record.data());
        assertThat(record.data()).doesNotContain("Aisyah", "aisyah", "+60");
    }
}
