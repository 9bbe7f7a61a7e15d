/** Quarterly statements: what a partner brought, earned and was paid, and what it makes of them. */
@NullMarked
package io.entente.commission.statements;

import org.jspecify.annotations.NullMarked;
