/** X12 bytes to typed documents and back. Holds nothing yet; the EDI work moves in here. */
@NullMarked
package io.braid.edi;

import org.jspecify.annotations.NullMarked;
