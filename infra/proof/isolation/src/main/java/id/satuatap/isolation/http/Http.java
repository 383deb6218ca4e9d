package id.satuatap.isolation.http;

import id.satuatap.stack.Suite;

/** The catalogue by HTTP, in its order; what these sections and all others saw is told at the end. */
public final class Http {

    private Http() {}

    public static Suite sections(Suite suite) {
        return suite.section("B objects", ObjectCases::run)
                .section("D pool", PoolCases::run)
                .section("F traces", TraceCases::run)
                .section("G files", FileCases::run)
                .section("H O operating", OperatingCases::run)
                .section("I live", LiveCases::run)
                .section("M races", RaceCases::run)
                .section("N levels", LevelCases::run)
                .section("alike", Alike::run)
                .section("hammer", Hammer::run);
    }

    /** After all others: what the whole run let be seen. */
    public static Suite verdict(Suite suite) {
        return suite.section("told", Told::run);
    }
}
