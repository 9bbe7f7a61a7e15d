package io.entente.referral.referral;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.testkit.Answer;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A referral that is written many times a second, faster than the broker acknowledges its events, is never refused for that reason. */
@ExtendWith(RunningReferrals.class)
class BurstIT {

    private static final String DEAL =
            """
            {"dealId":"%s","amount":{"amount":"1054","currency":"USD"},"closedOn":"2026-03-01"}""";

    @Test
    void two_hundred_notes_one_after_the_other_without_a_pause_are_accepted() {
        String id = RunningReferrals.accepted();

        Map<Integer, Integer> statuses = statuses(200, number -> RunningReferrals.service()
                .post(
                        "/api/referrals/" + id + "/notes",
                        "{\"text\":\"Note %d\",\"visibility\":\"SHARED\"}".formatted(number),
                        RunningReferrals.AS_FIRM));

        assertThat(statuses).containsExactly(Map.entry(201, 200));
        assertThat(notePublished(id)).isEqualTo(200);
    }

    @Test
    void four_hundred_and_fifty_deals_one_after_the_other_without_a_pause_are_accepted() {
        String id = RunningReferrals.accepted();

        Map<Integer, Integer> statuses = statuses(
                450, number -> RunningReferrals.close(id, DEAL.formatted("burst-%s-%d".formatted(id, number))));

        assertThat(statuses).containsExactly(Map.entry(201, 450));
    }

    /** The number of answers with each status. */
    private static Map<Integer, Integer> statuses(int count, IntFunction<Answer> request) {
        Map<Integer, Integer> statuses = new TreeMap<>();
        IntStream.range(0, count)
                .forEach(number -> statuses.merge(request.apply(number).status(), 1, Integer::sum));
        return statuses;
    }

    /** Notes on the topic, each once. */
    private static long notePublished(String id) {
        return RunningReferrals.service()
                .awaitRecords(
                        "referral.events",
                        all -> all.stream()
                                        .filter(event -> event.subject().equals(id)
                                                && event.type().equals("referral.note-shared.v1"))
                                        .map(event -> event.envelope().sequence())
                                        .distinct()
                                        .count()
                                >= 200)
                .stream()
                .filter(event -> event.subject().equals(id) && event.type().equals("referral.note-shared.v1"))
                .map(event -> event.envelope().sequence())
                .distinct()
                .count();
    }
}
