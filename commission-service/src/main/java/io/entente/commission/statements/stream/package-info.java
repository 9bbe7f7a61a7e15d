/** What statements hear of referrals. */
@NullMarked
package io.entente.commission.statements.stream;

import org.jspecify.annotations.NullMarked;
