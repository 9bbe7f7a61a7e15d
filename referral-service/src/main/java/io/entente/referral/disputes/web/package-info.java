/** The dispute file over HTTP. */
@NullMarked
package io.entente.referral.disputes.web;

import org.jspecify.annotations.NullMarked;
