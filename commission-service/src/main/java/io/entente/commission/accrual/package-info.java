/** Books what a deal earns for each partner that is credited with it. */
@NullMarked
package io.entente.commission.accrual;

import org.jspecify.annotations.NullMarked;
