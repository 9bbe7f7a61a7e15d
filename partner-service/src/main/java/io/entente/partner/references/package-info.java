/** References that are asked by mail from people who have worked with a partner. */
@NullMarked
package io.entente.partner.references;

import org.jspecify.annotations.NullMarked;
