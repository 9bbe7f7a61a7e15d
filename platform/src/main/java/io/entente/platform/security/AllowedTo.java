package io.entente.platform.security;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says who may call a handler, or all handlers of a controller that don't say it themselves. A caller needs one of the roles or
 * one of the scopes. A handler without a rule keeps its service from starting.
 *
 * <p>A handler that admits {@link Role#PARTNER} takes a {@code Tenant}, which limits the answer to what is that partner's. A command
 * may take the {@code Actor} instead and leave it to the domain to refuse another partner.
 */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface AllowedTo {

    /** The roles of persons. */
    Role[] roles() default {};

    /** The scopes of machine clients. */
    Scope[] scopes() default {};

    /** Whether every partner gets the same answer, so that the handler needs no {@code Tenant}. */
    boolean sameForEveryTenant() default false;
}
