package id.satuatap.core.figure;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which figures are asked for: all of them, unless something is named. Days are the tenant's, both included. */
record FigureFilter(
        @Nullable String key,
        @Nullable UUID office,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {}
