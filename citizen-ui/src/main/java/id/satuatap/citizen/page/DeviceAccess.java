package id.satuatap.citizen.page;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Opens a device to the page of this controller method, such as {@code camera} or {@code geolocation}; the gateway lets only these two through. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface DeviceAccess {
    String value();
}
