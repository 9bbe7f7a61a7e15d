/** Referrals over HTTP. */
@NullMarked
package io.entente.referral.submission.web;

import org.jspecify.annotations.NullMarked;
