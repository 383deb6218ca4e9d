package id.satuatap.core.sealing;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The keys of the platform, checked before anything else begins. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SealingProperties.class)
class SealingConfiguration {

    @Bean
    PlatformKeys platformKeys(SealingProperties properties) {
        return PlatformKeys.of(properties);
    }
}
