package io.entente.platform.erasures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PersonInTextTest {

    private final PersonInText contact = new PersonInText(
            "Jeroen van der Berg", List.of("j.berg+crm@quay.example", "jeroen@home.example"), "+31 (0)20 765-4321");

    @Test
    void name_address_and_number_are_removed_however_they_are_written() {
        assertThat(contact.removedFrom("Call JEROEN VAN DER BERG, or J.Berg+CRM@quay.example."))
                .isEqualTo("Call [erased], or [erased].");
        assertThat(contact.removedFrom("+310207654321 or 31 0 20 765 43 21")).isEqualTo("[erased] or [erased]");
        assertThat(contact.removedFrom("Mr Berg said yes, jeroen's board not yet"))
                .isEqualTo("Mr [erased] said yes, [erased]'s board not yet");
        assertThat(contact.removedFrom("At home: JEROEN@home.example")).isEqualTo("At home: [erased]");
        assertThat(contact.occursIn("the berg")).isTrue();
    }

    @Test
    void other_words_stay() {
        assertThat(contact.removedFrom("The Bergen office buys a van, order 7654321"))
                .isEqualTo("The Bergen office buys a van, order 7654321");
        assertThat(contact.occursIn("The Bergen office buys a van, order 7654321"))
                .isFalse();
    }

    @Test
    void a_name_without_spaces_is_removed_within_a_sentence() {
        PersonInText tanaka = new PersonInText("田中太郎", List.of(), "12");

        assertThat(tanaka.removedFrom("先週田中太郎に会いました 12")).isEqualTo("先週[erased]に会いました 12");
    }
}
