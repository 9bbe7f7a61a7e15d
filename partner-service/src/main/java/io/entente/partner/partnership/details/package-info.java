/** What is known of a partner beside its name and its people. */
@NullMarked
package io.entente.partner.partnership.details;

import org.jspecify.annotations.NullMarked;
