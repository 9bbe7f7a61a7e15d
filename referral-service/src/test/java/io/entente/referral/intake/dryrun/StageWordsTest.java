package io.entente.referral.intake.dryrun;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.referral.intake.json.ShippedProfiles;
import io.entente.referral.intake.profiles.Stage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class StageWordsTest {

    private final StageWords words = new StageWords(List.of());

    @ParameterizedTest
    @CsvSource({
        "Won, WON",
        "6 - Closed Won (100%), WON",
        "Gewonnen, WON",
        "Ganado, WON",
        "Fechado / Ganho, WON",
        "Menang, WON",
        "受注済み, WON",
        "成交, WON",
        "Closed Lost, LOST",
        "Perdida, LOST",
        "失注, LOST",
        "Angebot, PROPOSAL_SENT",
        "Proposal sent, PROPOSAL_SENT",
        "Negociação, PROPOSAL_SENT",
        "Meeting held, MEETING_HELD",
        "Kontaktiert, CONTACTED",
        "Angenommen, ACCEPTED",
        "Neu, SUBMITTED",
    })
    void a_name_of_known_words_that_mean_one_stage_decides(String name, Stage stage) {
        assertThat(words.find(name)).contains(stage);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Nurturing - not won",
                "Nicht gewonnen",
                "Noch nicht gewonnen",
                "No ganado",
                "Nunca ganada",
                "Não ganho",
                "Belum menang",
                "Tidak menang",
                "不成立",
                "未受注",
                "受注見込",
                "受注?",
                "未成交",
                "Won?",
                "≠ Won",
                "Unwon",
                "Wonderful",
                "Almost won",
                "90% won",
                "Won/Lost",
                "Not lost",
                "Closed",
                "Contract closed",
                "Contract lost",
                "Disqualified",
                "No contact",
                "Meeting scheduled",
                "Proposal meeting",
                "Sonderfall",
                "Abgelehnt",
                "???",
            })
    void a_name_with_an_unknown_word_or_several_meanings_is_left_to_a_person(String name) {
        assertThat(words.find(name)).isEmpty();
    }

    @Test
    void stages_of_known_profiles_precede_the_words_if_the_profiles_agree() {
        StageWords known =
                new StageWords(ShippedProfiles.read(JsonMapper.builder().build()));

        assertThat(known.find("Needs Analysis")).contains(Stage.CONTACTED);
        assertThat(known.find("Id. Decision Makers")).contains(Stage.MEETING_HELD);
        assertThat(known.find("closed_won")).contains(Stage.WON);
        assertThat(known.find("Needs analysis - not won")).isEmpty();
    }
}
