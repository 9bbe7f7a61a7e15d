package io.entente.platform.audit.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClientNetworkTest {

    @Test
    void all_addresses_of_a_network_of_64_bits_are_one_client() {
        String one = ClientNetwork.of("2001:db8:1:2:aaaa::1");

        assertThat(ClientNetwork.of("2001:db8:1:2::ffff")).isEqualTo(one);
        assertThat(ClientNetwork.of("2001:db8:1:3::ffff")).isNotEqualTo(one);
        assertThat(ClientNetwork.of("0:0:0:0:0:0:0:1")).isEqualTo(ClientNetwork.of("::1"));
    }

    @Test
    void each_address_of_ipv4_is_a_client() {
        assertThat(ClientNetwork.of("192.0.2.1")).isEqualTo("192.0.2.1");
        assertThat(ClientNetwork.of("::ffff:192.0.2.1")).isNotEqualTo(ClientNetwork.of("::ffff:192.0.2.2"));
    }
}
