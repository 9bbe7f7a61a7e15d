/** The building blocks that all domains share, in plain Java: decisions, changes, pages, actors, ids and money. */
@NullMarked
package io.entente.platform.domain;

import org.jspecify.annotations.NullMarked;
