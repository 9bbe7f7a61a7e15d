package io.entente.platform.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.platform.domain.Actor;
import org.junit.jupiter.api.Test;

class ShownActorsTest {

    private static final Actor PARTNER = Actor.partner("par_1", "ana");

    @Test
    void a_partner_sees_the_firm_instead_of_its_persons_and_systems() {
        assertThat(ShownActors.inAnswer(
                        "{\"items\":[{\"actor\":\"user:u-17\"},{\"by\":\"client:erp\"},{\"at\":\"system\"}]}", PARTNER))
                .isEqualTo("{\"items\":[{\"actor\":\"firm\"},{\"by\":\"firm\"},{\"at\":\"system\"}]}");
    }

    @Test
    void a_partner_sees_its_own_persons_and_nobody_of_another_partner() {
        assertThat(ShownActors.inAnswer(
                        "[\"partner:par_1/ben\",\"partner:par_1\",\"partner:par_2/eva\",\"partner:par_12\"]", PARTNER))
                .isEqualTo("[\"partner:par_1/ben\",\"partner:par_1\",\"partner\",\"partner\"]");
    }

    @Test
    void words_of_a_text_are_left_as_they_are() {
        String text = "{\"text\":\"Ask user:u-17, or \\\"user:u-18\\\" instead.\",\"client\":\"user: none\"}";

        assertThat(ShownActors.inAnswer(text, PARTNER)).isEqualTo(text);
    }

    @Test
    void a_text_that_says_by_whom_something_was_done_says_the_firm() {
        assertThat(ShownActors.inAnswer(
                        "[\"Adjustment a-1 by user:ines.b, approved by user:odile: Agreed\",\"Sent by client:erp.\"]",
                        PARTNER))
                .isEqualTo("[\"Adjustment a-1 by the firm, approved by the firm: Agreed\",\"Sent by the firm.\"]");
    }

    @Test
    void the_firm_sees_who_it_was() {
        assertThat(ShownActors.shown("user:u-17", new Actor("user:u-1"))).isEqualTo("user:u-17");
        assertThat(ShownActors.shown("partner:par_2/eva", new Actor("user:u-1")))
                .isEqualTo("partner:par_2/eva");
        assertThat(ShownActors.shown("user:u-17", PARTNER)).isEqualTo("firm");
    }
}
