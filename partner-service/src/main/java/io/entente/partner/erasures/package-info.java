/** The erasure of a partner's personal data, which two administrators decide. */
@NullMarked
package io.entente.partner.erasures;

import org.jspecify.annotations.NullMarked;
