/** A partner from its application on: who it is, how it works with the firm, whether it is active. */
@NullMarked
package io.entente.partner.partnership;

import org.jspecify.annotations.NullMarked;
