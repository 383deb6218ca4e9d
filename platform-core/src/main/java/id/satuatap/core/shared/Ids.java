package id.satuatap.core.shared;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/** Makes ids: UUIDs of version 7, which sort by time and are made here, so that any PostgreSQL from 16 on will do. */
public final class Ids {

    private Ids() {}

    public static UUID next() {
        return UuidCreator.getTimeOrderedEpoch();
    }
}
