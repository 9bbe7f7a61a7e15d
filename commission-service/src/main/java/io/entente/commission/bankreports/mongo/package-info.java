/** Reports of banks in MongoDB. */
@NullMarked
package io.entente.commission.bankreports.mongo;

import org.jspecify.annotations.NullMarked;
