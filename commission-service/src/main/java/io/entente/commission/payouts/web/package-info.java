/** Payouts over HTTP. */
@NullMarked
package io.entente.commission.payouts.web;

import org.jspecify.annotations.NullMarked;
