package id.satuatap.core.shared;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.module.SimpleModule;

/** Refuses control characters in the text of requests: PostgreSQL can't keep a NUL, and no reader wants the others. */
@Configuration(proxyBeanMethods = false)
class CleanText {

    @Bean
    JacksonModule cleanTextModule() {
        return new SimpleModule("clean-text").addDeserializer(String.class, new Cleaned());
    }

    private static final class Cleaned extends StdScalarDeserializer<String> {

        Cleaned() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) {
            var text = StringDeserializer.instance.deserialize(parser, context);
            if (text.chars().anyMatch(Cleaned::unwanted)) {
                context.reportInputMismatch(this, "control character");
            }
            return text;
        }

        private static boolean unwanted(int character) {
            return character < ' ' && character != '\n' && character != '\r' && character != '\t';
        }
    }
}
