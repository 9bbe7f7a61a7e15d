/** What tax law wants to know of payments. */
@NullMarked
package io.entente.commission.tax;

import org.jspecify.annotations.NullMarked;
