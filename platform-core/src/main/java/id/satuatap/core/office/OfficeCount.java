package id.satuatap.core.office;

import org.jspecify.annotations.Nullable;

/** How many offices somebody counted in some year: a fact of its own, beside the register. */
record OfficeCount(
        int count, int year, String source, @Nullable String note) {}
