/** The erasure of a client's contact, which two administrators decide. */
@NullMarked
package io.entente.referral.erasures;

import org.jspecify.annotations.NullMarked;
