/** Payees in MongoDB. */
@NullMarked
package io.entente.commission.payees.mongo;

import org.jspecify.annotations.NullMarked;
