package io.entente.platform.security;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a handler that works without sign-in. It stands with {@code security: []} in the API description, so that each one is
 * reviewed. A token that is sent nevertheless must be valid.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface AllowedToAnyone {

    /** Why nobody needs to sign in, and how the handler is protected instead. */
    String reason();
}
