package id.satuatap.core.shared;

import java.nio.charset.StandardCharsets;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.module.SimpleModule;

/**
 * Reads requests strictly: text is text, of whole characters and without control characters (PostgreSQL can't keep a NUL), and no
 * field comes twice.
 */
@Configuration(proxyBeanMethods = false)
class CleanText {

    @Bean
    JsonMapperBuilderCustomizer strictReading() {
        return builder -> builder.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .addModule(new SimpleModule("clean-text").addDeserializer(String.class, new Cleaned()));
    }

    private static final class Cleaned extends StdScalarDeserializer<String> {

        Cleaned() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) {
            if (parser.currentToken() != JsonToken.VALUE_STRING) {
                context.reportInputMismatch(this, "not text");
            }
            var text = parser.getString();
            var whole = StandardCharsets.UTF_8.newEncoder().canEncode(text);
            if (!whole || text.chars().anyMatch(Cleaned::unwanted)) {
                context.reportInputMismatch(this, "not clean text");
            }
            return text;
        }

        private static boolean unwanted(int character) {
            return character < ' ' && character != '\n' && character != '\r' && character != '\t';
        }
    }
}
