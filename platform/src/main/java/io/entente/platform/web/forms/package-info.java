/** Forms that a page can render: JSON Schemas with their words in several languages. */
@NullMarked
package io.entente.platform.web.forms;

import org.jspecify.annotations.NullMarked;
