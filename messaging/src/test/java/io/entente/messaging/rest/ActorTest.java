package io.entente.messaging.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

@NullMarked
class ActorTest {

    @Test
    void a_request_that_does_not_say_is_nobody_in_particular() {
        assertThat(Actor.of(null)).isEqualTo(Actor.SYSTEM);
        assertThat(Actor.of(" ")).isEqualTo(Actor.SYSTEM);
    }

    @Test
    void a_kind_and_an_id_name_somebody() {
        assertThat(Actor.of("finance:u-17")).isEqualTo(new Actor("finance:u-17"));
        assertThat(Actor.of("finance:u-17").identified().value()).isEqualTo("finance:u-17");
    }

    @Test
    void a_name_or_an_address_is_refused_since_events_carry_it() {
        assertThatThrownBy(() -> Actor.of("ana@example.com")).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> Actor.of("Ana Lopez")).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void a_command_that_needs_two_people_needs_to_know_them() {
        assertThatThrownBy(Actor.SYSTEM::identified).isInstanceOf(InvalidInputException.class);
    }
}
