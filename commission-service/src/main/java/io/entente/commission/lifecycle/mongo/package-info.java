/** What the life of a commission needs to find again, in MongoDB. */
@NullMarked
package io.entente.commission.lifecycle.mongo;

import org.jspecify.annotations.NullMarked;
