/** Where partners are paid to, and what tax law wants of them. Personal data: in no event and no log. */
@NullMarked
package io.entente.commission.payees;

import org.jspecify.annotations.NullMarked;
