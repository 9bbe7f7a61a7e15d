/** What a deal earns each partner credited with it. */
@NullMarked
package io.entente.commission.accrual;

import org.jspecify.annotations.NullMarked;
