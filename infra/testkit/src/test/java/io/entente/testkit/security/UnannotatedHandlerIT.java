package io.entente.testkit.security;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entente.platform.domain.Actor;
import io.entente.platform.security.AllowedTo;
import io.entente.platform.security.AllowedToAnyone;
import io.entente.platform.security.Role;
import io.entente.platform.web.access.Tenant;
import io.entente.testkit.RunningService;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Planted handlers that nobody has thought about keep a service from starting. */
class UnannotatedHandlerIT {

    @RestController
    static class ForgottenController {

        @GetMapping("/api/forgotten")
        Actor forgotten(Actor actor) {
            return actor;
        }

        @AllowedTo
        @GetMapping("/api/nobody")
        Actor nobody(Actor actor) {
            return actor;
        }

        @AllowedTo(roles = Role.PARTNER)
        @GetMapping("/api/unlimited")
        Actor unlimited(Actor actor) {
            return actor;
        }

        @AllowedTo(roles = Role.PARTNER)
        @PostMapping("/api/command")
        Actor command(Actor actor) {
            return actor;
        }

        @AllowedToAnyone(reason = "Planted.")
        @GetMapping("/api/everything")
        Actor everything(Actor actor, Tenant tenant) {
            return actor;
        }

        @AllowedTo(roles = Role.OPS)
        @GetMapping("/api/right")
        Actor right(Actor actor) {
            return actor;
        }
    }

    @Test
    void a_service_with_handlers_that_have_no_rule_does_not_start_and_names_them() {
        assertThatThrownBy(
                        () -> RunningService.start(SecuredApplication.service().sources(ForgottenController.class)))
                .hasMessageContaining("ForgottenController#forgotten")
                .hasMessageContaining("has neither @AllowedTo nor @AllowedToAnyone")
                .hasMessageContaining("ForgottenController#nobody")
                .hasMessageContaining("is allowed to nobody")
                .hasMessageContaining("ForgottenController#unlimited")
                .hasMessageContaining("admits PARTNER and takes no Tenant")
                .hasMessageContaining("ForgottenController#everything")
                .hasMessageContaining("works without sign-in, so it can't take a Tenant or a Caller")
                .hasMessageNotContaining("ForgottenController#command")
                .hasMessageNotContaining("ForgottenController#right")
                .hasMessageNotContaining("OrderController");
    }
}
