/** The dispute file as a signed PDF. */
@NullMarked
package io.entente.referral.disputes.pdf;

import org.jspecify.annotations.NullMarked;
