/** Invoices and tax profiles in MongoDB. */
@NullMarked
package io.entente.commission.invoices.mongo;

import org.jspecify.annotations.NullMarked;
