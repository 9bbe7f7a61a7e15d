/** Referrals over HTTP. */
@NullMarked
package io.entente.referral.referral.web;

import org.jspecify.annotations.NullMarked;
