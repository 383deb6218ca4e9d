package id.satuatap.isolation;

import java.util.UUID;

/**
 * What a tenant holds that others may try to reach.
 *
 * @param indicator one with an answer and evidence
 * @param document the file behind the evidence
 * @param member a membership that nothing else depends on
 * @param invitation the code of an open invitation
 */
public record Place(
        String slug,
        UUID tenant,
        UUID assessment,
        int indicator,
        UUID evidence,
        UUID document,
        UUID member,
        String invitation) {

    public String indicatorPath() {
        return "/api/v1/spbe/assessments/%s/indicators/%d".formatted(assessment, indicator);
    }

    public String documentPath() {
        return "/api/v1/documents/%s/content".formatted(document);
    }
}
