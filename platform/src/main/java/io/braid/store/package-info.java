/** Transactions, named SQL, JSON, idempotency, migrations: how every module keeps its rows. */
@NullMarked
package io.braid.store;

import org.jspecify.annotations.NullMarked;
