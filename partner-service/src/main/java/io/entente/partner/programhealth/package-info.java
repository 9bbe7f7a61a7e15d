/** The health of the program: partners gained and lost, what they bring, what it costs, and how long they stay. */
@NullMarked
package io.entente.partner.programhealth;

import org.jspecify.annotations.NullMarked;
