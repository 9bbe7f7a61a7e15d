package io.entente.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entente.platform.domain.Actor;
import org.junit.jupiter.api.Test;

class ActorResolverTest {

    @Test
    void a_request_that_does_not_say_who_sends_it_is_nobodys_in_particular() {
        assertThat(ActorResolver.read(null)).isEqualTo(Actor.SYSTEM);
        assertThat(ActorResolver.read(" ")).isEqualTo(Actor.SYSTEM);
    }

    @Test
    void a_kind_and_an_id_name_somebody() {
        assertThat(ActorResolver.read("finance:u-17")).isEqualTo(new Actor("finance:u-17"));
    }

    @Test
    void a_name_or_an_address_is_refused_because_events_carry_it() {
        assertThatThrownBy(() -> ActorResolver.read("ana@example.com")).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> ActorResolver.read("Ana Lopez")).isInstanceOf(InvalidInputException.class);
    }
}
