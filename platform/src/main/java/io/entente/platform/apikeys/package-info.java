/** API keys: how systems sign in that can't get a token from the identity server. Plain Java. */
@NullMarked
package io.entente.platform.apikeys;

import org.jspecify.annotations.NullMarked;
