/** Agreements: what the firm and a partner owe each other, in versions that both sides accept. */
@NullMarked
package io.entente.partner.agreements;

import org.jspecify.annotations.NullMarked;
