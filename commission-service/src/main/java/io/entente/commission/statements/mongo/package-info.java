/** Statements in MongoDB. */
@NullMarked
package io.entente.commission.statements.mongo;

import org.jspecify.annotations.NullMarked;
