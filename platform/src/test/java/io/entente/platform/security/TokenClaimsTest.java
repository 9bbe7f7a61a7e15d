package io.entente.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entente.platform.domain.Actor;
import io.entente.platform.domain.approval.FourEyes;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TokenClaimsTest {

    private final TokenClaims claims = new TokenClaims(ClaimNames.DEFAULT);

    @Test
    void a_person_of_the_firm_has_its_roles_and_no_scopes() {
        Caller caller = claims.caller(Map.of(
                "sub",
                "u-17",
                "roles",
                List.of("FINANCE", "OPS", "offline_access"),
                "azp",
                "portal",
                "scope",
                "commission.read"));

        assertThat(caller).isEqualTo(new Caller(new Actor("user:u-17"), Set.of(Role.FINANCE, Role.OPS), Set.of()));
        assertThat(caller.partnerId()).isEmpty();
    }

    @Test
    void roles_are_read_from_a_string_and_names_are_compared_exactly() {
        assertThat(claims.caller(Map.of("sub", "u", "roles", "FINANCE  OPS")).roles())
                .containsExactlyInAnyOrder(Role.FINANCE, Role.OPS);
        assertThat(claims.caller(Map.of("sub", "u", "roles", "finance ROLE_OPS"))
                        .roles())
                .isEmpty();
        assertThat(claims.caller(Map.of("sub", "u", "roles", 17)).roles()).isEmpty();
        assertThat(claims.caller(Map.of("sub", "u")).roles()).isEmpty();
    }

    @Test
    void a_partners_user_acts_for_its_partner() {
        Caller caller = claims.caller(Map.of("sub", "u-4", "roles", List.of("PARTNER"), "partner_id", "par_1"));

        assertThat(caller.actor()).isEqualTo(new Actor("partner:par_1/u-4"));
        assertThat(caller.partnerId()).contains("par_1");
        assertThat(caller.roles()).containsExactly(Role.PARTNER);
    }

    @Test
    void a_machine_client_has_the_scopes_that_are_known_in_every_form() {
        Caller expected =
                new Caller(new Actor("client:erp"), Set.of(), Set.of(Scope.COMMISSION_READ, Scope.COMMISSION_WRITE));

        assertThat(claims.caller(
                        Map.of("sub", "erp", "client_id", "erp", "scope", "openid commission.read commission.write")))
                .isEqualTo(expected);
        assertThat(claims.caller(
                        Map.of("sub", "erp", "azp", "erp", "scope", List.of("commission.read", "commission.write"))))
                .isEqualTo(expected);
        assertThat(claims.caller(
                        Map.of("sub", "erp", "azp", "erp", "scp", List.of("commission.read", "commission.write"))))
                .isEqualTo(expected);
    }

    @Test
    void claims_may_have_other_names_and_lie_inside_others() {
        TokenClaims keycloak = new TokenClaims(new ClaimNames("realm_access.roles", "partner", "client_id"));

        assertThat(keycloak.caller(Map.of("sub", "u", "realm_access", Map.of("roles", List.of("ADMIN"))))
                        .roles())
                .containsExactly(Role.ADMIN);
        assertThat(keycloak.caller(Map.of("sub", "5f0c", "client_id", "erp", "scope", "commission.read"))
                        .actor())
                .isEqualTo(new Actor("client:erp"));
    }

    @Test
    void a_subject_that_may_be_an_address_becomes_a_hash_which_is_always_the_same() {
        Actor actor = claims.caller(Map.of("sub", "ana@example.com")).actor();

        assertThat(actor.value()).matches("user:sub_[0-9a-f]{32}");
        assertThat(claims.caller(Map.of("sub", "ana@example.com")).actor()).isEqualTo(actor);
        assertThat(claims.caller(Map.of("sub", "ann@example.com")).actor()).isNotEqualTo(actor);
        assertThat(claims.caller(Map.of("sub", "a:b/c", "roles", "PARTNER", "partner_id", "par_1"))
                        .partnerId())
                .contains("par_1");
    }

    @ParameterizedTest
    @CsvSource({
        "'grace@firm.example',    'Grace@FIRM.Example'",
        "'grace@firm.example',    '  grace@firm.example'",
        "'auth0|5F0C',            'auth0|5f0c\t'",
        "'zoë.öz@firm.example',   ' ZOË.ÖZ@firm.example '",
        "'fin-1',                 ' FIN-1 '",
        "'client/erp',            'CLIENT/ERP'"
    })
    void two_spellings_of_a_subject_are_one_person_who_is_nobodys_second_person(String subject, String spelling) {
        Actor asks = claims.caller(Map.of("sub", subject, "roles", "FINANCE")).actor();
        Actor decides = claims.caller(Map.of("sub", spelling, "roles", "OPS")).actor();
        Actor outside = claims.caller(Map.of("sub", spelling, "roles", "PARTNER", "partner_id", "par_1"))
                .actor();

        assertThat(asks.isSamePerson(decides)).isTrue();
        assertThat(asks.isSamePerson(outside)).isTrue();
        assertThat(FourEyes.allow(asks.value(), decides.value())).isFalse();
    }

    @Test
    void subjects_that_differ_in_more_than_their_spelling_are_two_people() {
        Actor asks = claims.caller(Map.of("sub", "grace@firm.example")).actor();

        for (String other : List.of("grace@firm.example.org", "g race@firm.example", "grace", "gracé@firm.example")) {
            assertThat(FourEyes.allow(
                            asks.value(),
                            claims.caller(Map.of("sub", other)).actor().value()))
                    .as(other)
                    .isTrue();
        }
    }

    static Stream<Map<String, Object>> contradictions() {
        return Stream.of(
                Map.of("roles", "FINANCE"),
                Map.of("sub", " "),
                Map.of("sub", 17),
                Map.of("sub", "u", "roles", "PARTNER"),
                Map.of("sub", "u", "roles", "PARTNER", "partner_id", ""),
                Map.of("sub", "u", "roles", "PARTNER", "partner_id", "par_1/u"),
                Map.of("sub", "u", "roles", "PARTNER", "partner_id", List.of("par_1", "par_2")),
                Map.of("sub", "u", "roles", "FINANCE", "partner_id", "par_1"),
                Map.of("sub", "u", "roles", "PARTNER FINANCE", "partner_id", "par_1"),
                Map.of("sub", "u", "partner_id", "par_1"),
                Map.of("sub", "erp", "client_id", "erp", "roles", "FINANCE"),
                Map.of("sub", "erp", "client_id", "erp", "partner_id", "par_1"));
    }

    @ParameterizedTest
    @MethodSource("contradictions")
    void claims_that_name_nobody_or_two_kinds_of_callers_are_refused(Map<String, Object> contradiction) {
        assertThatThrownBy(() -> claims.caller(contradiction)).isInstanceOf(ContradictoryClaimsException.class);
    }
}
