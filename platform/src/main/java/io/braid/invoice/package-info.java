/** What a vendor is owed: shipped units at the contracted price. */
@NullMarked
package io.braid.invoice;

import org.jspecify.annotations.NullMarked;
