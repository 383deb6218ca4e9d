package id.satuatap.bench;

import id.satuatap.stack.Suite;

/** The rows about core and its database, in the order in which they need the data to grow. */
final class CoreRows {

    private CoreRows() {}

    static void addTo(Suite suite) {
        var field = new Field.Once();
        suite.section("machine", run -> new Machine(run).run())
                .section("growth-tenants", run -> new Growth(field.of(run)).tenants())
                .section("twin", run -> new SameBytes(field.of(run)).run())
                .section("list", run -> new TenantList(field.of(run)).run())
                .section("rls", run -> new RowSecurity(field.of(run)).run())
                .section("control-room", run -> new ControlRoomFacts(field.of(run)).run())
                .section("score", run -> new ScoreTime(field.of(run)).run())
                .section("neighbour", run -> new QuietNeighbour(field.of(run)).run())
                .section("overload", run -> new Overload(field.of(run)).run())
                .section("growth-rows", run -> new Growth(field.of(run)).rows())
                .section("save", run -> new SaveAnswer(field.of(run)).run());
    }
}
