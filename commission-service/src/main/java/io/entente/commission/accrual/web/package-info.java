/** Deals without a plan over HTTP. */
@NullMarked
package io.entente.commission.accrual.web;

import org.jspecify.annotations.NullMarked;
