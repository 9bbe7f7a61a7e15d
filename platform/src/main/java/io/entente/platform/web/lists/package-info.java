/** The order of a list as query parameters. */
@NullMarked
package io.entente.platform.web.lists;

import org.jspecify.annotations.NullMarked;
