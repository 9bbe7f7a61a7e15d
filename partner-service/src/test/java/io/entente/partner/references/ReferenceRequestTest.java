package io.entente.partner.references;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.partner.outside.OutsideMessage;
import io.entente.partner.outside.OutsideMessageKind;
import io.entente.partner.partnership.PartnerId;
import io.entente.platform.domain.Actor;
import io.entente.platform.domain.Change;
import io.entente.platform.domain.Decision;
import io.entente.platform.domain.links.OneTimeLink;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReferenceRequestTest {

    private static final Instant START = Instant.parse("2027-03-01T09:00:00Z");
    private static final Instant REMIND = START.plus(Duration.ofDays(5));
    private static final Instant UNTIL = START.plus(Duration.ofDays(12));
    private static final OneTimeLink LINK = OneTimeLink.to("rrq_4", new SecureRandom());
    private static final Ratings GOOD = new Ratings(5, 4, 4, 5, "Ms Planted never lets go.");
    private static final Actor MANAGER = new Actor("user:u-81");

    @Test
    void each_command_in_each_state_leads_to_the_state_of_the_table() {
        Map<RequestStatus, ReferenceRequest> in = new EnumMap<>(RequestStatus.class);
        ReferenceRequest asked = asked();
        in.put(RequestStatus.ASKED, asked);
        in.put(RequestStatus.ANSWERED, state(asked.answer(GOOD, START)));
        in.put(RequestStatus.EXPIRED, asked.expire(UNTIL).state());
        in.put(RequestStatus.WITHDRAWN, state(asked.withdraw(MANAGER, START)));

        // answer in time, answer late, another answer in time, withdraw, expire in time, expire late
        String[][] table = {
            {"ASKED", "ANSWERED", "refused", "ANSWERED", "WITHDRAWN", "ASKED", "EXPIRED"},
            {"ANSWERED", "ANSWERED", "ANSWERED", "refused", "refused", "ANSWERED", "ANSWERED"},
            {"EXPIRED", "refused", "refused", "refused", "refused", "EXPIRED", "EXPIRED"},
            {"WITHDRAWN", "refused", "refused", "refused", "WITHDRAWN", "WITHDRAWN", "WITHDRAWN"},
        };
        Ratings other = new Ratings(1, 1, 1, 1, null);
        for (String[] row : table) {
            ReferenceRequest from = in.get(RequestStatus.valueOf(row[0]));
            assertThat(List.of(
                            name(from.answer(GOOD, UNTIL.minusMillis(1))),
                            name(from.answer(GOOD, UNTIL)),
                            name(from.answer(other, START)),
                            name(from.withdraw(MANAGER, START)),
                            from.expire(UNTIL.minusMillis(1)).state().status().name(),
                            from.expire(UNTIL).state().status().name()))
                    .as(row[0])
                    .containsExactly(row[1], row[2], row[3], row[4], row[5], row[6]);
        }
    }

    @Test
    void a_referee_is_reminded_once_and_only_while_an_answer_is_taken() {
        ReferenceRequest asked = asked();
        assertThat(asked.remind(message(), "Quay", REMIND.minusMillis(1)).isNothing())
                .isTrue();
        Change<ReferenceRequest, ReferenceEvent> reminded = asked.remind(message(), "Quay", REMIND);
        assertThat(reminded.events()).hasSize(1);
        assertThat(reminded.state()
                        .remind(message(), "Quay", REMIND.plusSeconds(1))
                        .isNothing())
                .isTrue();
        assertThat(reminded.state().opensWith(LINK, REMIND))
                .as("the link of the first mail")
                .isTrue();
        assertThat(asked.remind(message(), "Quay", UNTIL).isNothing()).isTrue();
        assertThat(state(asked.answer(GOOD, START))
                        .remind(message(), "Quay", REMIND)
                        .isNothing())
                .isTrue();
    }

    @Test
    void the_link_opens_until_an_answer_came_and_nothing_keeps_its_secret_afterwards() {
        ReferenceRequest asked = asked();
        assertThat(asked.opensWith(LINK, UNTIL.minusMillis(1))).isTrue();
        assertThat(asked.opensWith(LINK, UNTIL)).isFalse();
        assertThat(asked.opensWith(OneTimeLink.to("rrq_4", new SecureRandom()), START))
                .isFalse();
        ReferenceRequest answered = state(asked.answer(GOOD, START));
        assertThat(answered.opensWith(LINK, START)).isFalse();
        assertThat(answered.secret()).isNull();
        assertThat(answered.toString()).doesNotContain("Planted", "lars@");
    }

    private static ReferenceRequest asked() {
        return ReferenceRequest.ask(
                        new PartnerId("par_4"),
                        "Quay",
                        new Referee("Lars", "lars@pier.example", "client since 2019", "de"),
                        LINK,
                        message(),
                        REMIND,
                        MANAGER,
                        START)
                .state();
    }

    private static OutsideMessage message() {
        return new OutsideMessage("oms_4", OutsideMessageKind.REFERENCE_REQUEST, "de", "sealed", UNTIL);
    }

    private static ReferenceRequest state(Decision<Change<ReferenceRequest, ReferenceEvent>> decision) {
        return decision.orElseThrow().state();
    }

    private static String name(Decision<Change<ReferenceRequest, ReferenceEvent>> decision) {
        return decision.fold(change -> change.state().status().name(), reason -> "refused");
    }
}
