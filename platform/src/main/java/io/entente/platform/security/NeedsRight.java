package io.entente.platform.security;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says which rights a member of a partner needs to call a handler, or all handlers of a controller that don't say it themselves.
 * Without it, a handler needs the service's {@link DefaultRight}. It is about partners with members only: the identity provider decides
 * alone about the users of other partners, and {@link AllowedTo} about everybody else.
 */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface NeedsRight {

    /** The member needs all of these. If there are none, and nothing in {@link #oneOf()}, each member may call the handler. */
    String[] value() default {};

    /** The member needs at least one of these, if there are any. */
    String[] oneOf() default {};

    /**
     * Whether the handler limits its answer to what the caller has submitted, if the caller lacks the service's {@link DefaultRight}.
     * Its {@code Tenant} then has an author.
     */
    boolean ownSuffices() default false;

    /** Whether a partner's user may call the handler before it is a member. */
    boolean beforeMembership() default false;
}
