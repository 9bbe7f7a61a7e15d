package io.entente.platform.domain.approval;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FourEyesTest {

    @Test
    void another_person_decides() {
        assertThat(FourEyes.allow("user:fin-1", "user:fin-2")).isTrue();
        assertThat(FourEyes.allow("client:erp", "user:fin-2")).isTrue();
        assertThat(FourEyes.allow(null, "user:fin-2")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"user:fin-1", "user:FIN-1", "finance:fin-1", "partner:par_1/fin-1"})
    void the_person_who_asked_does_not_decide_in_any_role_or_spelling(String same) {
        assertThat(FourEyes.allow("user:fin-1", same)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"client:erp", "system", "crm:hubspot", "import:imp_1", "partner:par_1/u-4", "partner:par_1"})
    void the_program_machines_and_partners_are_nobodys_second_person(String decides) {
        assertThat(FourEyes.allow("user:fin-1", decides)).isFalse();
    }
}
