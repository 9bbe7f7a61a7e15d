/** Public holidays from the Jollyday library. */
@NullMarked
package io.entente.referral.sla.jollyday;

import org.jspecify.annotations.NullMarked;
