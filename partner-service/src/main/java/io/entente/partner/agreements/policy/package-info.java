/** The program's rules for agreements: when to remind, and to whom a fee may be paid. */
@NullMarked
package io.entente.partner.agreements.policy;

import org.jspecify.annotations.NullMarked;
