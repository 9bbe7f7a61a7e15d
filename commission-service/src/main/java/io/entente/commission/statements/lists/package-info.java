/** The list of statements: what it is searched, filtered and sorted by. */
@NullMarked
package io.entente.commission.statements.lists;

import org.jspecify.annotations.NullMarked;
