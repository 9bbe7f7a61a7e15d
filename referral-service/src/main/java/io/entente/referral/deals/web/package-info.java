/** Deals over HTTP. */
@NullMarked
package io.entente.referral.deals.web;

import org.jspecify.annotations.NullMarked;
