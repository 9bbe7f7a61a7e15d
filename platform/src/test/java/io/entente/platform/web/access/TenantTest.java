package io.entente.platform.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TenantTest {

    @Test
    void one_partner_covers_its_own_and_nothing_else() {
        Tenant tenant = new Tenant("par_1", true);

        assertThat(tenant.covers("par_1")).isTrue();
        assertThat(tenant.covers("par_2")).isFalse();
        assertThat(tenant.covers(null)).isFalse();
        assertThat(tenant.id()).contains("par_1");
    }

    @Test
    void every_partner_covers_all() {
        assertThat(Tenant.EVERY.covers("par_1")).isTrue();
        assertThat(Tenant.EVERY.covers(null)).isTrue();
        assertThat(Tenant.EVERY.id()).isEmpty();
    }
}
