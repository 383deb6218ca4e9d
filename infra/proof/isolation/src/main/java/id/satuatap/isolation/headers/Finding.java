package id.satuatap.isolation.headers;

/** What one rule says: the Observatory's name of the result, and what it adds to or takes from the score. */
record Finding(String result, int modifier) {}
