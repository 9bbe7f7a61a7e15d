/** The document of an agreement, as JSON that both sides accept. */
@NullMarked
package io.entente.partner.agreements.memorandum;

import org.jspecify.annotations.NullMarked;
