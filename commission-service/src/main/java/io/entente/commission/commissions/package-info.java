/** The state of a commission and how it changes. */
@NullMarked
package io.entente.commission.commissions;

import org.jspecify.annotations.NullMarked;
