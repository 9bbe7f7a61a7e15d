/** Signatures of PDFs (PAdES), and the key that makes them. */
@NullMarked
package io.entente.referral.disputes.signing;

import org.jspecify.annotations.NullMarked;
