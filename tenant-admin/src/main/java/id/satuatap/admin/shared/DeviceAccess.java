package id.satuatap.admin.shared;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Opens camera or location to this view's page (Permissions-Policy). Everywhere else they stay closed, whatever the browser's user allows. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface DeviceAccess {

    Device[] value();

    /** What can be opened; the gateway closes everything else. */
    enum Device {
        CAMERA,
        GEOLOCATION
    }
}
