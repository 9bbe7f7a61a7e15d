/** Encryption by Tink. */
@NullMarked
package io.entente.platform.secrets.tink;

import org.jspecify.annotations.NullMarked;
