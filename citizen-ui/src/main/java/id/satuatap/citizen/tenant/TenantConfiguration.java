package id.satuatap.citizen.tenant;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.registry.ImportHttpServices;

@Configuration(proxyBeanMethods = false)
@ImportHttpServices(group = "core", types = TenantClient.class)
class TenantConfiguration {}
