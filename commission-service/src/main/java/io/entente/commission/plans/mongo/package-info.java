/** The plan book in MongoDB. */
@NullMarked
package io.entente.commission.plans.mongo;

import org.jspecify.annotations.NullMarked;
