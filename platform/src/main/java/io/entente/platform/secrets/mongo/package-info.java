/** Data keys in MongoDB, and the encryption of documents when they are written and read. */
@NullMarked
package io.entente.platform.secrets.mongo;

import org.jspecify.annotations.NullMarked;
