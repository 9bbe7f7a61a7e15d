/** The erasure of a partner's personal data, or of one person's at a partner, which two administrators decide. */
@NullMarked
package io.entente.partner.erasures;

import org.jspecify.annotations.NullMarked;
