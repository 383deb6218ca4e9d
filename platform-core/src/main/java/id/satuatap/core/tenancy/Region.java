package id.satuatap.core.tenancy;

import org.jspecify.annotations.Nullable;

/**
 * A province, regency or city of Indonesia, by the list of the Ministry of Home Affairs (Kepmendagri 300.2.2-2138 of 2025).
 *
 * @param code such as {@code 17.02}; a string, never a number
 * @param kind {@code PROVINCE}, {@code REGENCY} or {@code CITY}
 * @param parentCode the province; null for a province
 * @param latitude of its centre point, degrees north
 * @param longitude of its centre point, degrees east
 */
public record Region(
        String code, String name, String kind, @Nullable String parentCode, double latitude, double longitude) {}
