/** Constraints on request fields that several services share. */
@NullMarked
package io.entente.messaging.rest.constraints;

import org.jspecify.annotations.NullMarked;
