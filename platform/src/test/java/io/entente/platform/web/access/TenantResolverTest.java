package io.entente.platform.web.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entente.platform.domain.Actor;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.servlet.HandlerMapping;

class TenantResolverTest {

    private static final Actor PARTNER = Actor.partner("par_1", "u-4");
    private static final Actor FINANCE = new Actor("user:fin-1");

    private final MockHttpServletRequest request = new MockHttpServletRequest();

    @Test
    void a_partner_gets_its_own_whether_it_names_itself_or_nobody() {
        assertThat(tenantOf(PARTNER)).isEqualTo(new Tenant("par_1", true));
        request.setParameter("partnerId", "par_1");
        assertThat(tenantOf(PARTNER)).isEqualTo(new Tenant("par_1", true));
    }

    @Test
    void a_partner_that_names_another_one_anywhere_is_told_that_it_is_not_there() {
        request.setParameter("partnerId", "par_1", "par_2");
        assertThatThrownBy(() -> tenantOf(PARTNER)).hasMessage("par_2");

        request.setParameter("partnerId", "par_1");
        request.setAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE, Map.of("partnerId", "par_3"));
        assertThatThrownBy(() -> tenantOf(PARTNER)).hasMessage("par_3");
    }

    @Test
    void others_get_the_partner_that_the_request_names_or_every_partner() {
        assertThat(tenantOf(FINANCE)).isEqualTo(Tenant.EVERY);
        assertThat(tenantOf(Actor.SYSTEM)).isEqualTo(Tenant.EVERY);
        request.setParameter("partnerId", "par_2");
        assertThat(tenantOf(FINANCE)).isEqualTo(new Tenant("par_2", false));
    }

    private Tenant tenantOf(Actor sender) {
        TenantResolver resolver = new TenantResolver(any -> sender, IllegalArgumentException::new);
        return resolver.resolveArgument(null, null, new ServletWebRequest(request), null);
    }
}
