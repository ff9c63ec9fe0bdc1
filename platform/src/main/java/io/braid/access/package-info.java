/** Who may call: API keys, scopes, vendor scope. */
@NullMarked
package io.braid.access;

import org.jspecify.annotations.NullMarked;
