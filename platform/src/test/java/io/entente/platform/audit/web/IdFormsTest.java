package io.entente.platform.audit.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdFormsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "par_01k2m8zq4v01k2m8zq4v01k2m8",
                "com_9f86d081884c7d659a2feaa0c55ad015",
                "par_1",
                "pob_01k2m8zq4v.par_01k2m8zq4v.USD",
                "par_01k2m8zq4v/000000000042",
                "3f1c9b0d-2a4e-4f6b-8c0d-1e2f3a4b5c6d",
                "SB-2026-00000017",
                "H-17",
                "2026-Q2",
                "2026-03-31",
                "2026",
                "42",
                "correction-17",
                "payment-2026-031",
                "o-1"
            })
    void an_id_is_kept(String id) {
        assertThat(IdForms.kept("id", id, false)).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "anna@plankton.example",
                "anna.schmidt",
                "anna_schmidt",
                "anna-schmidt",
                "Anna Schmidt",
                "plankton.example",
                "+60123456789",
                "60123456789",
                "123-45-6789",
                "DE89370400440532013000",
                "NO9386011117947",
                "GB29NWBK60161331926819",
                "DE136695976",
                "entk_01k2m8zq4v01k2m8zq4v01k2m8_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "x7Jq0v9Z1kq0v9Z1kq0v9Z1kq0v9Z1kq0v9Z1kq0v9Z1k",
                "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ4In0.c2ln"
            })
    void anything_else_is_left_out(String value) {
        assertThat(IdForms.kept("id", value, true)).isEqualTo("{id}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hubspot", "standard-malaysia", "MY"})
    void a_name_that_the_firm_chooses_is_kept_in_its_own_variable_of_a_request_that_was_let_in(String name) {
        assertThat(IdForms.kept("code", name, false)).isEqualTo("{code}");
        assertThat(IdForms.kept("code", name, true)).isEqualTo(name);
        assertThat(IdForms.kept("token", name, true)).isEqualTo("{token}");
        assertThat(IdForms.kept("crmDealId", "0065g00000XyZAB", true)).isEqualTo("0065g00000XyZAB");
        assertThat(IdForms.kept("crmDealId", "NO9386011117947", true)).isEqualTo("{crmDealId}");
        assertThat(IdForms.kept("code", "NO9386011117947", true)).isEqualTo("{code}");
    }
}
