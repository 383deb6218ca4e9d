package id.satuatap.citizen.page;

import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Beside {@code messages.properties} for all, a feature's own words are in {@code messages/<feature>.properties} and {@code …_en}. */
@Configuration(proxyBeanMethods = false)
class FeatureMessages {

    private static final String ENGLISH = "_en.properties";

    FeatureMessages(ResourceBundleMessageSource messages) throws IOException {
        var files = new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*.properties");
        Arrays.stream(files)
                .map(Resource::getFilename)
                .filter(Objects::nonNull)
                .filter(name -> !name.endsWith(ENGLISH))
                .map(name -> "messages/" + name.substring(0, name.length() - ".properties".length()))
                .sorted()
                .forEach(messages::addBasenames);
    }
}
