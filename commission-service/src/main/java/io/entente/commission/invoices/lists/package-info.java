/** The list of invoices: what it is searched, filtered and sorted by. */
@NullMarked
package io.entente.commission.invoices.lists;

import org.jspecify.annotations.NullMarked;
