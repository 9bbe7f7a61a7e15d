package io.entente.platform.audit.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/**
 * Whom to forget.
 *
 * @param actor the person as the log names it, such as user:u-17
 */
record ForgetRequest(
        @NotNull(message = "must be given")
                @Pattern(
                        regexp = "(user:[A-Za-z0-9._-]{1,128})|(partner:[A-Za-z0-9._-]{1,64}/[A-Za-z0-9._-]{1,120})",
                        message = "must be a person such as user:u-17 or partner:par_01k/u-4")
                String actor) {}
