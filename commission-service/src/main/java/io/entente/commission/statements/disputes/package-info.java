/** The list of open disputes. */
@NullMarked
package io.entente.commission.statements.disputes;

import org.jspecify.annotations.NullMarked;
