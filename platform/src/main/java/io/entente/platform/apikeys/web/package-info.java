/** Signs systems in by their API keys, and lets administrators manage the keys. */
@NullMarked
package io.entente.platform.apikeys.web;

import org.jspecify.annotations.NullMarked;
