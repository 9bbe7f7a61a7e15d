/** The list of commissions in MongoDB. */
@NullMarked
package io.entente.commission.commissions.lists.mongo;

import org.jspecify.annotations.NullMarked;
