package id.satuatap.faults;

import id.satuatap.faults.keep.CutUploads;
import id.satuatap.faults.keep.Events;
import id.satuatap.faults.keep.FullDatabaseDisk;
import id.satuatap.faults.keep.FullFileDisk;
import id.satuatap.faults.keep.Restores;
import id.satuatap.stack.Stack;
import id.satuatap.stack.Suite;
import java.nio.file.Path;
import java.util.List;

/** The command {@code infra/faults}. */
public final class Faults {

    static final Path FOLDER = Stack.root().resolve("infra/proof/faults/target");

    private Faults() {}

    static Suite suite() {
        var ground = new Ground();
        return new Suite("infra/faults", System.out)
                .section("kill", new Kills(ground))
                .section("halt", new Halts(ground))
                .section("wire", new Wires(ground))
                .section("drain", new Drains(ground))
                .section("uploads", new CutUploads(ground))
                .section("disk-files", new FullFileDisk(ground))
                .section("disk-database", new FullDatabaseDisk(ground))
                .section("restore", new Restores(ground))
                .section("events", new Events(ground));
    }

    public static void main(String... arguments) {
        System.exit(suite().run(List.of(arguments), FOLDER));
    }
}
