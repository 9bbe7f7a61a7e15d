/** The list of payouts: what it is searched, filtered and sorted by. */
@NullMarked
package io.entente.commission.payouts.lists;

import org.jspecify.annotations.NullMarked;
