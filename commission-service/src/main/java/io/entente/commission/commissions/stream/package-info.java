/** The events that tell other services about commissions. */
@NullMarked
package io.entente.commission.commissions.stream;

import org.jspecify.annotations.NullMarked;
