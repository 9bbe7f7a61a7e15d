package io.entente.referral.program;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.platform.domain.FieldError;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ReasonListTest {

    @Test
    void the_first_list_is_sound_and_in_all_languages() throws IOException {
        try (InputStream file = ReasonListTest.class.getResourceAsStream("/policy/referral-reasons.json")) {
            ReasonList first = JsonMapper.builder().build().readValue(file, ReasonList.class);

            assertThat(first.faults()).isEmpty();
            assertThat(first.reasons())
                    .allSatisfy(reason -> assertThat(reason.labels().keySet())
                            .containsExactlyInAnyOrder("en", "ms", "de", "ja", "es", "pt"));
            assertThat(first.codes(ReasonUse.LOSE))
                    .contains("TIMING", "BUDGET", "NO_FIT", "CHOSE_ANOTHER", "NO_RESPONSE");
        }
    }

    @Test
    void a_reason_is_found_for_its_uses_only() {
        ReasonList list = new ReasonList(List.of(reason("BUDGET", ReasonUse.LOSE)));

        assertThat(list.find(ReasonUse.LOSE, "BUDGET")).isPresent();
        assertThat(list.find(ReasonUse.REOPEN, "BUDGET")).isEmpty();
    }

    @Test
    void a_list_names_no_code_twice_and_leaves_room_for_own_words() {
        ReasonList list =
                new ReasonList(List.of(reason("BUDGET", ReasonUse.LOSE), reason("BUDGET", ReasonUse.DECLINE)));

        assertThat(list.faults())
                .contains(
                        new FieldError("reasons[1].code", "must be unique in the list"),
                        new FieldError("reasons", "must contain OTHER for LOSE"));
    }

    private static ListedReason reason(String code, ReasonUse use) {
        return new ListedReason(code, Map.of("en", "There is no budget"), Set.of(use));
    }
}
