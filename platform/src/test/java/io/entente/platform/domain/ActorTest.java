package io.entente.platform.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ActorTest {

    @Test
    void a_partners_actor_names_its_partner() {
        Actor actor = Actor.partner("par_1");

        assertThat(actor.kind()).isEqualTo(Actor.Kind.PARTNER);
        assertThat(actor.partnerId()).contains("par_1");
        assertThat(actor.isPartner("par_1")).isTrue();
        assertThat(actor.isPartner("par_2")).isFalse();
    }

    @Test
    void a_person_who_acts_for_a_partner_is_told_from_another_one() {
        Actor ana = Actor.partner("par_1", "u-4");

        assertThat(ana.value()).isEqualTo("partner:par_1/u-4");
        assertThat(ana.partnerId()).contains("par_1");
        assertThat(ana.isPartner("par_1")).isTrue();
        assertThat(ana.isSamePerson(new Actor("user:u-4"))).isTrue();
        assertThat(ana.isSamePerson(Actor.partner("par_1", "u-5"))).isFalse();
        assertThat(ana.isSamePerson(Actor.partner("par_1"))).isFalse();
        assertThatThrownBy(() -> new Actor("user:u-4/u-5")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Actor("partner:par_1/")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Actor("partner:par_1/a/b")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_person_of_the_firm_acts_for_no_partner() {
        assertThat(new Actor("finance:u-17").kind()).isEqualTo(Actor.Kind.PERSON);
        assertThat(new Actor("finance:u-17").partnerId()).isEmpty();
    }

    @Test
    void a_crm_and_the_program_itself_are_told_apart() {
        assertThat(Actor.crm("hubspot").kind()).isEqualTo(Actor.Kind.CRM);
        assertThat(Actor.SYSTEM.kind()).isEqualTo(Actor.Kind.SYSTEM);
    }

    @Test
    void a_person_is_the_same_in_every_spelling_and_every_role() {
        Actor person = new Actor("user:fin-1");

        assertThat(person.isSamePerson(new Actor("user:FIN-1"))).isTrue();
        assertThat(person.isSamePerson(new Actor("finance:Fin-1"))).isTrue();
        assertThat(person.isSamePerson(new Actor("user:fin-2"))).isFalse();
        assertThat(person.isSamePerson(Actor.SYSTEM)).isFalse();
        assertThat(Actor.isSamePerson("user:fin-1", null)).isFalse();
    }

    @Test
    void a_name_or_an_address_is_no_actor() {
        assertThatThrownBy(() -> new Actor("ana@example.com")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Actor("Ana Lopez")).isInstanceOf(IllegalArgumentException.class);
    }
}
