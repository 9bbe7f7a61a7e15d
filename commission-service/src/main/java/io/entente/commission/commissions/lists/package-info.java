/** The list of commissions: what it is searched, filtered and sorted by, and how it follows the ledger. */
@NullMarked
package io.entente.commission.commissions.lists;

import org.jspecify.annotations.NullMarked;
