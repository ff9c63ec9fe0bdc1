package io.braid.carriage;

import io.braid.routing.Carriage;

/** Whether and how one service carries from a location to a destination. */
public sealed interface Quote {
    ServiceCode service();

    /** So, with a day of arrival that holds when the order comes before its order-by moment. */
    record Offered(ServiceCode service, Carriage carriage) implements Quote {}

    /** Not at all, and why, for a person. */
    record Missing(ServiceCode service, String why) implements Quote {}
}
