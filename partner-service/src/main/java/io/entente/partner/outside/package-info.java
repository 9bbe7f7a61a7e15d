/** Messages to people who aren't in the program: applicants and referees. */
@NullMarked
package io.entente.partner.outside;

import org.jspecify.annotations.NullMarked;
