/** What a firm keeps of the payments on a retainer. */
@NullMarked
package io.entente.commission.accrual.retainers;

import org.jspecify.annotations.NullMarked;
