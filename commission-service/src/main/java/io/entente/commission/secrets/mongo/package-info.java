/** Which partners are erased, in MongoDB. */
@NullMarked
package io.entente.commission.secrets.mongo;

import org.jspecify.annotations.NullMarked;
