/** Quarterly statements: what a partner brought in, earned and was paid, and how it responds to them. */
@NullMarked
package io.entente.commission.statements;

import org.jspecify.annotations.NullMarked;
