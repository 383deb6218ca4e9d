package id.satuatap.bench;

import id.satuatap.stack.Suite;

/** The rows about core and its database, in the order in which they need the data to grow. */
final class CoreRows {

    private CoreRows() {}

    /** @param preparation of later rows, for a moment in which nothing is measured */
    static void addTo(Suite suite, Ahead<?> preparation) {
        var field = new Field.Once();
        suite.section("machine", run -> new Machine(run).run())
                .section("growth-tenants", run -> new Growth(field.of(run)).tenants(run, preparation))
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
