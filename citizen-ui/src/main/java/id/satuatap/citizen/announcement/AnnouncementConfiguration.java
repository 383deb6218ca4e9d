package id.satuatap.citizen.announcement;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.registry.ImportHttpServices;

@Configuration(proxyBeanMethods = false)
@ImportHttpServices(group = "core", types = AnnouncementClient.class)
class AnnouncementConfiguration {}
