package id.satuatap.isolation.subject;

import java.util.Map;

final class Instruments {

    static final Subject SUBJECT =
            Subject.of("/api/v1/spbe/instruments").makes(making -> Map.of("id", "permenpanrb-59-2020"));

    private Instruments() {}
}
