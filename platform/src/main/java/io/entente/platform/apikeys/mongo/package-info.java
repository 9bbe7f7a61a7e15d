/** The store of API keys. */
@NullMarked
package io.entente.platform.apikeys.mongo;

import org.jspecify.annotations.NullMarked;
