package io.entente.referral.referral.mongo;

import static io.entente.referral.referral.ReferralMother.MONDAY;
import static io.entente.referral.referral.ReferralMother.TERMS;
import static io.entente.referral.referral.ReferralMother.after;
import static io.entente.referral.referral.ReferralMother.allowed;
import static io.entente.referral.referral.ReferralMother.at;
import static io.entente.referral.referral.ReferralMother.in;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.entente.platform.domain.Change;
import io.entente.platform.domain.Decision;
import io.entente.platform.events.outbox.EventRecorder;
import io.entente.platform.events.outbox.OutboxRecord;
import io.entente.referral.clocks.ClockMother;
import io.entente.referral.protection.RefuseExtension;
import io.entente.referral.protection.RequestExtension;
import io.entente.referral.referral.CommandName;
import io.entente.referral.referral.Referral;
import io.entente.referral.referral.ReferralEvent;
import io.entente.referral.referral.ReferralMother;
import io.entente.referral.referral.ReferralStatus;
import io.entente.testkit.Contracts;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
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

    /** Every command in every state that takes it: so every event is among them. */
    static Stream<Arguments> everyEvent() {
        Stream<Change<Referral, ReferralEvent>> told = Arrays.stream(ReferralStatus.values())
                .flatMap(status -> ReferralMother.commands().values().stream()
                        .map(command -> in(status).take(command, at(MONDAY), TERMS)))
                .filter(Decision.Allowed.class::isInstance)
                .map(ReferralMother::allowed);
        return Stream.of(Stream.of(ReferralMother.submission(), refusedExtension()), ClockMother.eachEvent(), told)
                .flatMap(changes -> changes)
                .filter(change -> !change.isNothing())
                .map(change -> Arguments.of(
                        "referral.%s.v1".formatted(change.events().get(0).wireName()), change));
    }

    private static Change<Referral, ReferralEvent> refusedExtension() {
        Referral asked = after(in(ReferralStatus.ACCEPTED)
                .take(
                        new RequestExtension(MONDAY.plus(Duration.ofDays(150)), "Aisyah decides in July"),
                        at(MONDAY),
                        TERMS));
        return allowed(asked.take(new RefuseExtension("Others ask for the client"), at(MONDAY), TERMS));
    }

    @Test
    void no_event_is_forgotten() {
        assertThat(everyEvent()
                        .map(arguments -> (Change<?, ?>) arguments.get()[1])
                        .map(change -> change.events().get(0).getClass())
                        .distinct())
                .hasSize((int) records(ReferralEvent.class).count());
    }

    private static Stream<Class<?>> records(Class<?> events) {
        return events.isSealed()
                ? Stream.of(events.getPermittedSubclasses()).flatMap(ReferralEventsContractTest::records)
                : Stream.of(events);
    }

    @ParameterizedTest
    @MethodSource("everyEvent")
    void the_data_that_is_sent_matches_the_contract(String type, Change<Referral, ReferralEvent> change) {
        List<OutboxRecord> sent = records.of(change.state(), change.events());

        assertThat(sent).hasSize(1);
        OutboxRecord record = sent.get(0);
        assertThat(record.envelope().type()).isEqualTo(type);
        assertThat(record.envelope().partitionKey()).isEqualTo("par_1");
        assertThat(record.envelope().sequence()).isEqualTo(change.state().sequence());
        Contracts.assertMatches(type, record.data());
        assertThat(record.data()).doesNotContain("Aisyah", "aisyah", "+60");
    }

    @Test
    void each_step_says_by_when_the_next_news_comes() {
        Referral referral = ClockMother.submitted();
        int hour = 0;
        for (CommandName step :
                List.of(CommandName.ACCEPT, CommandName.CONTACT, CommandName.MEETING, CommandName.PROPOSAL)) {
            hour++;
            String next = MONDAY.plus(Duration.ofHours(24 + hour)).toString();
            Change<Referral, ReferralEvent> change = ClockMother.given(
                    referral, Objects.requireNonNull(ReferralMother.commands().get(step)), hour);
            referral = change.state();

            assertThat(records.of(referral, change.events()).stream().map(OutboxRecord::data))
                    .as("%s", step)
                    .filteredOn(data -> data.contains("nextUpdateDueAt"))
                    .singleElement()
                    .satisfies(data -> assertThat(data).contains("\"nextUpdateDueAt\":\"" + next + "\""));
        }
    }

    @Test
    void a_conflict_says_by_when_the_answer_comes() {
        Change<Referral, ReferralEvent> change =
                ClockMother.given(ClockMother.submitted(), ReferralMother.conflict(false), 1);

        assertThat(records.of(change.state(), change.events()).get(0).data())
                .contains("\"responseDueAt\":\"" + MONDAY.plus(Duration.ofHours(20)) + "\"");
    }
}
