package id.satuatap.sbom;

import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** A library that we deliver. */
record Component(String group, String name, Version version, List<String> licences) {

    static Component of(JsonNode node) {
        return new Component(
                node.path("group").asString(""),
                node.path("name").asString(""),
                new Version(node.path("version").asString("")),
                StreamSupport.stream(node.path("licenses").spliterator(), false)
                        .map(Component::licence)
                        .toList());
    }

    /** By its SPDX number, its SPDX expression, or the words that its owner chose. */
    private static String licence(JsonNode choice) {
        if (choice.has("expression")) {
            return choice.get("expression").asString();
        }
        var licence = choice.path("license");
        return licence.path("id").asString(licence.path("name").asString("?"));
    }

    boolean isOurs() {
        return group.equals("id.satuatap");
    }

    String coordinates() {
        return group + ":" + name;
    }

    @Override
    public String toString() {
        return coordinates() + ":" + version;
    }
}
