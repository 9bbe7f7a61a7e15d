package io.entente.referral.submission.mongo;

import static io.entente.referral.submission.ReferralMother.DECLINE;
import static io.entente.referral.submission.ReferralMother.MONDAY;
import static io.entente.referral.submission.ReferralMother.POLICY;
import static io.entente.referral.submission.ReferralMother.allowed;
import static io.entente.referral.submission.ReferralMother.at;
import static io.entente.referral.submission.ReferralMother.in;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.entente.messaging.aggregate.Change;
import io.entente.messaging.outbox.EventRecorder;
import io.entente.messaging.outbox.OutboxRecord;
import io.entente.referral.submission.CloseDeal;
import io.entente.referral.submission.CreditShare;
import io.entente.referral.submission.Engagement;
import io.entente.referral.submission.Referral;
import io.entente.referral.submission.ReferralEvent;
import io.entente.referral.submission.ReferralMother;
import io.entente.referral.submission.ReferralStatus;
import io.entente.testkit.Contracts;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

class ReferralEventsContractTest {

    private final ReferralRecords records = new ReferralRecords(new EventRecorder(
            "referral-service",
            JsonMapper.builder()
                    .changeDefaultPropertyInclusion(value -> value.withValueInclusion(JsonInclude.Include.NON_NULL))
                    .build(),
            Tracer.NOOP,
            Propagator.NOOP));

    static Stream<Arguments> everyEvent() {
        LocalDate day = LocalDate.parse("2026-03-01");
        CloseDeal shared = new CloseDeal(
                "deal_2",
                Money.parse("JPY 1054"),
                day,
                new Engagement(Engagement.Kind.PROJECT, day, null),
                List.of(
                        new CreditShare("par_1", "ORIGINATOR", new BigDecimal("0.75")),
                        new CreditShare("par_2", "CO_SELLER", new BigDecimal("0.25"))),
                "f");
        return Stream.of(
                Arguments.of("referral.referral-submitted.v1", ReferralMother.submission()),
                Arguments.of(
                        "referral.referral-accepted.v1",
                        allowed(in(ReferralStatus.SUBMITTED).accept(at(MONDAY), POLICY))),
                Arguments.of(
                        "referral.referral-declined.v1",
                        allowed(in(ReferralStatus.SUBMITTED).decline(DECLINE, at(MONDAY)))),
                Arguments.of(
                        "referral.client-contacted.v1",
                        allowed(in(ReferralStatus.ACCEPTED).contact(day, at(MONDAY)))),
                Arguments.of(
                        "referral.deal-closed.v1",
                        allowed(in(ReferralStatus.ACCEPTED).close(ReferralMother.deal("deal_1"), at(MONDAY)))),
                Arguments.of(
                        "referral.deal-closed.v1",
                        allowed(in(ReferralStatus.WON).close(shared, at(MONDAY)))),
                Arguments.of(
                        "referral.referral-lost.v1",
                        allowed(in(ReferralStatus.CONTACTED).lose("No budget", at(MONDAY)))));
    }

    @ParameterizedTest
    @MethodSource("everyEvent")
    void what_is_sent_is_what_the_contract_says(String type, Change<Referral, ReferralEvent> change) {
        List<OutboxRecord> sent = records.of(change.state(), change.events());

        assertThat(sent).hasSize(1);
        OutboxRecord record = sent.get(0);
        assertThat(record.envelope().type()).isEqualTo(type);
        assertThat(record.envelope().partitionKey()).isEqualTo("par_1");
        assertThat(record.envelope().sequence()).isEqualTo(change.state().sequence());
        Contracts.assertMatches(type, record.data());
        assertThat(record.data()).doesNotContain("Aisyah", "aisyah", "+60");
    }
}
