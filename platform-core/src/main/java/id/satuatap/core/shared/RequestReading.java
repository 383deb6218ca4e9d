package id.satuatap.core.shared;

import id.satuatap.text.CleanText;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.http.codec.CodecCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.codec.json.JacksonJsonDecoder;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** Reads requests strictly: no field comes twice, text is text, and all of it, in bodies, paths and queries, goes through {@link CleanText}. */
@Configuration(proxyBeanMethods = false)
class RequestReading implements WebFluxConfigurer {

    /** After Spring Boot's own, which reads and writes everything with one mapper; what we wrote ourselves is read back as it is. */
    @Bean
    @Order(1)
    CodecCustomizer strictBodies(JsonMapper json) {
        return codecs -> codecs.defaultCodecs().jacksonJsonDecoder(new JacksonJsonDecoder(strict(json)));
    }

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(String.class, String.class, CleanText::line);
    }

    static JsonMapper strict(JsonMapper json) {
        return json.rebuild()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .addModule(new SimpleModule("clean-text").addDeserializer(String.class, new Cleaned(false)))
                .build();
    }

    private static final class Cleaned extends StdScalarDeserializer<String> {

        private final boolean multiline;

        Cleaned(boolean multiline) {
            super(String.class);
            this.multiline = multiline;
        }

        @Override
        public ValueDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property) {
            return new Cleaned(property != null && property.getAnnotation(Multiline.class) != null);
        }

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) {
            if (parser.currentToken() != JsonToken.VALUE_STRING) {
                context.reportInputMismatch(this, "not text");
            }
            return multiline ? CleanText.lines(parser.getString()) : CleanText.line(parser.getString());
        }
    }
}
