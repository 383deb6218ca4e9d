package id.satuatap.citizen.account;

import id.satuatap.servlet.core.CoreClients;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AccountConfiguration {

    @Bean
    PrivacyClient privacyClient(CoreClients clients) {
        return clients.client(PrivacyClient.class);
    }
}
