package id.satuatap.identity.web;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.filter.CharacterEncodingFilter;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Lets a chosen language stay chosen, and says that the keys are UTF-8, as all JSON is. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {

    private final LanguageResolver languages;

    WebConfiguration(LanguageResolver languages) {
        this.languages = languages;
    }

    @Bean
    static FilterRegistrationBean<CharacterEncodingFilter> jsonIsUtf8() {
        var keys = new FilterRegistrationBean<>(new CharacterEncodingFilter("UTF-8", false, true));
        keys.addUrlPatterns("/oauth2/jwks");
        keys.setOrder(Ordered.HIGHEST_PRECEDENCE + 2); // before Spring Security, whose filter answers
        return keys;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(languages);
    }
}
