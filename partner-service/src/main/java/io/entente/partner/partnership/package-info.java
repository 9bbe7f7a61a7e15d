/** Partners from their application on: their data, their terms with the firm, and their status. */
@NullMarked
package io.entente.partner.partnership;

import org.jspecify.annotations.NullMarked;
