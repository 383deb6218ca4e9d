package id.satuatap.isolation.sql;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/**
 * How a statement would read tenants' rows.
 *
 * @param conditions table and index condition, for each time it reads one
 * @param wide tables that it would read across tenants
 */
record Plan(Set<String> conditions, List<String> wide) {

    static Plan of(JsonNode explained, Predicate<String> isTenantTable) {
        var plan = new Plan(new LinkedHashSet<>(), new ArrayList<>());
        plan.read(explained.path(0).path("Plan"), isTenantTable);
        return plan;
    }

    private void read(JsonNode node, Predicate<String> isTenantTable) {
        var type = node.path("Node Type").asString();
        var table = node.path("Schema").asString("") + "."
                + node.path("Relation Name").asString("");
        if (type.endsWith("Scan") && isTenantTable.test(table)) {
            var condition = condition(node);
            if (condition.contains("tenant_id = ")) {
                conditions.add(table + " by "
                        + condition.replaceAll("\\(NULLIF\\(current_setting\\([^)]*\\), [^)]*\\)\\)::uuid", "…"));
            } else {
                wide.add(table + " by " + type);
            }
        }
        node.path("Plans").values().forEach(inner -> read(inner, isTenantTable));
    }

    /** Its own, or that of the index scans below a bitmap, all of which must have it. */
    private static String condition(JsonNode node) {
        if (node.has("Index Cond")) {
            return node.get("Index Cond").asString();
        }
        if (!node.path("Node Type").asString().startsWith("Bitmap")) {
            return "";
        }
        var conditions =
                node.path("Plans").values().stream().map(Plan::condition).toList();
        return conditions.stream().allMatch(condition -> condition.contains("tenant_id = "))
                ? String.join(" and ", conditions)
                : "";
    }
}
