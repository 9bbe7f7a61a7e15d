/** Reports about payments that tax law requires. */
@NullMarked
package io.entente.commission.tax;

import org.jspecify.annotations.NullMarked;
