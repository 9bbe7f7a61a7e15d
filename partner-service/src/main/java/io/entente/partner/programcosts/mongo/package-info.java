/** Stores the costs of the program. */
@NullMarked
package io.entente.partner.programcosts.mongo;

import org.jspecify.annotations.NullMarked;
