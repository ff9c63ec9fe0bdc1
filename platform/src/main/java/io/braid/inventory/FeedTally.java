package io.braid.inventory;

import java.util.List;

/** What became of the rows of one chunk. */
record FeedTally(int read, int applied, int ignored, int zeroed, List<FeedFault> faults) {
    static FeedTally ofZeroed(int zeroed) {
        return new FeedTally(0, 0, 0, zeroed, List.of());
    }

    int refused() {
        return faults.size();
    }
}
