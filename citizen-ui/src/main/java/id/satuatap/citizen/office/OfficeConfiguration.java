package id.satuatap.citizen.office;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.registry.ImportHttpServices;

@Configuration(proxyBeanMethods = false)
@ImportHttpServices(group = "core", types = OfficeClient.class)
class OfficeConfiguration {}
