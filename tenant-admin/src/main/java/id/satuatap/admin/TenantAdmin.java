package id.satuatap.admin;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts this part of Satu Atap. */
@SpringBootApplication
public class TenantAdmin {

    public static void main(String[] arguments) {
        SpringApplication.run(TenantAdmin.class, arguments);
    }
}
