/** Runs in MongoDB. */
@NullMarked
package io.entente.commission.runs.mongo;

import org.jspecify.annotations.NullMarked;
