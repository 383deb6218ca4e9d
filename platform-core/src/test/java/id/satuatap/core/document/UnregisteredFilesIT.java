package id.satuatap.core.document;

import static id.satuatap.core.setup.TestPlatform.LEBONG;
import static org.assertj.core.api.Assertions.assertThat;

import id.satuatap.core.access.Account;
import id.satuatap.core.access.Persons;
import id.satuatap.core.database.CurrentTenant;
import id.satuatap.core.database.TenantId;
import id.satuatap.core.setup.TestPlatform;
import id.satuatap.core.tenancy.Tenants;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class UnregisteredFilesIT {

    private static final TestPlatform PLATFORM = TestPlatform.get();

    @Test
    void a_file_that_no_register_knows_goes_after_a_day_and_no_other() throws IOException {
        var tenant = PLATFORM.bean(Tenants.class).get(LEBONG).block().tenantId();
        var forgotten = file(tenant, UUID.randomUUID(), Duration.ofHours(25));
        var justNow = file(tenant, UUID.randomUUID(), Duration.ofHours(23));
        var registered = file(tenant, register(tenant), Duration.ofHours(25));

        var removed = PLATFORM.bean(UnregisteredFiles.class)
                .trim(500)
                .contextWrite(context -> CurrentTenant.put(context, tenant))
                .block();

        assertThat(removed.what()).isEqualTo("files"); // satuatap.retention.removed{what="files"}
        assertThat(removed.rows()).isOne();
        assertThat(forgotten).doesNotExist();
        assertThat(justNow).exists();
        assertThat(registered).exists();
    }

    private static UUID register(TenantId tenant) {
        return PLATFORM.bean(Persons.class)
                .known(new Account(TestPlatform.ISSUER, "forgetful", null, null, false))
                .map(DocumentFixture::document)
                .flatMap(PLATFORM.bean(DocumentRegister.class)::insert)
                .map(Document::id)
                .contextWrite(context -> CurrentTenant.put(context, tenant))
                .block();
    }

    private static Path file(TenantId tenant, UUID id, Duration age) throws IOException {
        var file = PLATFORM.bean(FileStore.class).place(tenant, id);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "x");
        return Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(age)));
    }
}
