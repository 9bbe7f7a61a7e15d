package io.entente.referral.erasures;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.referral.referral.facts.Client;
import org.junit.jupiter.api.Test;

class ContactInTextTest {

    private final ContactInText contact = new ContactInText(
            new Client.Contact("Jeroen van der Berg", "j.berg+crm@quay.example", "+31 (0)20 765-4321"));

    @Test
    void name_address_and_number_are_removed_however_they_are_written() {
        assertThat(contact.removedFrom("Call JEROEN VAN DER BERG, or J.Berg+CRM@quay.example."))
                .isEqualTo("Call [erased], or [erased].");
        assertThat(contact.removedFrom("+310207654321 or 31 0 20 765 43 21")).isEqualTo("[erased] or [erased]");
        assertThat(contact.removedFrom("Mr Berg said yes, jeroen's board not yet"))
                .isEqualTo("Mr [erased] said yes, [erased]'s board not yet");
    }

    @Test
    void other_words_stay() {
        assertThat(contact.removedFrom("The Bergen office buys a van, order 7654321"))
                .isEqualTo("The Bergen office buys a van, order 7654321");
    }

    @Test
    void a_name_without_spaces_is_removed_within_a_sentence() {
        ContactInText tanaka = new ContactInText(new Client.Contact("田中太郎", null, "12"));

        assertThat(tanaka.removedFrom("先週田中太郎に会いました 12")).isEqualTo("先週[erased]に会いました 12");
    }
}
