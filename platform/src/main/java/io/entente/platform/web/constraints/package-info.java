/** Constraints on request fields that several services share. */
@NullMarked
package io.entente.platform.web.constraints;

import org.jspecify.annotations.NullMarked;
