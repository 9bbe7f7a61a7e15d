/** Stores standings in MongoDB. */
@NullMarked
package io.entente.commission.accrual.mongo;

import org.jspecify.annotations.NullMarked;
