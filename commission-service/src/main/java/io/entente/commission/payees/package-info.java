/** The payment details and tax forms of partners. This is personal data, which never appears in an event or a log. */
@NullMarked
package io.entente.commission.payees;

import org.jspecify.annotations.NullMarked;
