/** The rule for text in query parameters. */
@NullMarked
package io.entente.platform.web.text;

import org.jspecify.annotations.NullMarked;
