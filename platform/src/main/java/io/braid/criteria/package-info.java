/** What operators define for rules: uploaded tables and lists, and computed attributes. */
@NullMarked
package io.braid.criteria;

import org.jspecify.annotations.NullMarked;
