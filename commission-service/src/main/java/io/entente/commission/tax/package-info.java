/** What tax law requires to be reported about payments. */
@NullMarked
package io.entente.commission.tax;

import org.jspecify.annotations.NullMarked;
