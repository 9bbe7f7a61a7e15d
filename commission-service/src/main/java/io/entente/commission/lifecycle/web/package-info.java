/** Payments, refunds, holds and corrections over HTTP. */
@NullMarked
package io.entente.commission.lifecycle.web;

import org.jspecify.annotations.NullMarked;
