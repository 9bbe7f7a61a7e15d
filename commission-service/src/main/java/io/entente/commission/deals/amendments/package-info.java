/** What became of deals after they were closed: corrections and reversals. */
@NullMarked
package io.entente.commission.deals.amendments;

import org.jspecify.annotations.NullMarked;
