package io.entente.platform.apikeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.platform.apikeys.ApiKey.Approval;
import io.entente.platform.security.Role;
import io.entente.platform.security.Scope;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ApiKeyTest {

    private static final Instant NOW = Instant.parse("2026-03-31T08:00:00Z");

    @Test
    void a_key_that_only_reads_waits_for_nobody() {
        ApiKey key =
                key(null, Scope.COMMISSION_READ, Scope.PARTNERS_READ, Scope.NOTIFICATIONS_READ, Scope.METRICS_READ);

        assertThat(key.waitsFor()).isEmpty();
        assertThat(key.opensWith("secret", NOW)).isTrue();
        assertThat(key.approve("user:fin-1", NOW).isAllowed()).isFalse();
    }

    @Test
    void a_key_that_may_write_waits_for_the_role_that_has_the_right() {
        assertThat(key(null, Scope.COMMISSION_WRITE, Scope.COMMISSION_READ).waitsFor())
                .contains(Role.FINANCE);
        assertThat(key(null, Scope.REFERRALS_WRITE).waitsFor()).contains(Role.OPS);
        assertThat(key(null, Scope.CRM_WRITE).waitsFor()).contains(Role.OPS);
        assertThat(key(null, Scope.COMMISSION_WRITE).opensWith("secret", NOW)).isFalse();
        assertThat(key(new Approval("user:fin-1", NOW), Scope.COMMISSION_WRITE).opensWith("secret", NOW))
                .isTrue();
    }

    @Test
    void nobody_approves_its_own_key_in_any_spelling_and_no_machine_approves() {
        ApiKey key = key(null, Scope.COMMISSION_WRITE);

        for (String by : new String[] {"user:admin-1", "user:ADMIN-1", "finance:admin-1", "client:erp", "system"}) {
            assertThat(key.approve(by, NOW).isAllowed()).as(by).isFalse();
        }
        assertThat(key.approve("user:fin-1", NOW).orElseThrow()).isEqualTo(new Approval("user:fin-1", NOW));
    }

    @Test
    void the_same_person_may_approve_again_and_nobody_else() {
        ApiKey key = key(new Approval("user:fin-1", NOW), Scope.COMMISSION_WRITE);

        assertThat(key.approve("user:fin-1", NOW.plusSeconds(60)).orElseThrow().at())
                .isEqualTo(NOW);
        assertThat(key.approve("user:fin-2", NOW).isAllowed()).isFalse();
    }

    private static ApiKey key(@Nullable Approval approval, Scope... scopes) {
        ApiKey created =
                ApiKey.create("key_1", "ledger", Set.of(scopes), "secret", "user:admin-1", NOW, NOW.plusSeconds(3_600));
        return new ApiKey(
                created.id(),
                created.client(),
                created.scopes(),
                created.secretHash(),
                created.createdBy(),
                created.createdAt(),
                created.expiresAt(),
                approval,
                null,
                null,
                null);
    }
}
