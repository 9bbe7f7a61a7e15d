/** Reports of banks about payouts, ISO 20022 pain.002 and camt.054: read, matched with payouts, and settled. */
@NullMarked
package io.entente.commission.bankreports;

import org.jspecify.annotations.NullMarked;
