/** Stores and publishes notices of unmatched payments. */
@NullMarked
package io.entente.commission.payments.mongo;

import org.jspecify.annotations.NullMarked;
