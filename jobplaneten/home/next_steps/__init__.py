"""For each role the one thing to do now. The first answer that fits wins, so the order is the order of need."""
