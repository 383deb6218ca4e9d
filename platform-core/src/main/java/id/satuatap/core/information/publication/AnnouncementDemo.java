package id.satuatap.core.information.publication;

import id.satuatap.core.access.Account;
import id.satuatap.core.access.MembershipDemo;
import id.satuatap.core.tenancy.demo.Demo;
import id.satuatap.core.tenancy.demo.DemoData;
import id.satuatap.core.tenancy.demo.DemoTenant;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Invented announcements of the demo's regencies, marked as simulated. Those that nobody touched move along with the days, so that there is
 * always something to read.
 */
final class AnnouncementDemo implements DemoData {

    private static final Account AUTHOR = new Account("setup", "simulasi", "DATA SIMULASI", null, true);
    private static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");

    /** An announcement from one day to another, counted from the day on which the demo is loaded; by an office whose name has this word. */
    private record Invented(
            String title, String text, @Nullable String link, boolean urgent, int from, int to, String office) {}

    private static final List<Invented> INVENTED = List.of(
            new Invented("Contoh: pelatihan kerja gratis, 40 tempat", """
                    Pelatihan dua minggu: menjahit, mengelas, dan mengolah hasil panen.
                    Daftar dengan KTP di kantor dinas, hari kerja pukul 08.00–14.00.""", null, false, -6, 24, "tenaga kerja"),
            new Invented(
                    "Contoh: vaksin rabies gratis untuk anjing dan kucing",
                    """
                    Bawa hewan Anda ke kantor kecamatan, pukul 08.00–11.00. Tidak perlu mendaftar.
                    Jadwal tiap kecamatan ada di tautan di bawah.""",
                    "https://contoh.example/vaksin-rabies",
                    false,
                    -3,
                    30,
                    "pertanian"),
            new Invented(
                    "Contoh: imunisasi anak di semua puskesmas",
                    "Setiap Selasa dan Kamis pukul 08.00–11.00. Bawa buku KIA.",
                    null,
                    false,
                    -2,
                    60,
                    "kesehatan"),
            new Invented("Contoh: loket kependudukan pindah sementara ke aula", """
                    Selama gedung diperbaiki, loket KTP dan kartu keluarga melayani di aula kantor bupati.
                    Jam layanan tetap pukul 08.00–15.00.""", null, true, -1, 9, "kependudukan"),
            new Invented(
                    "Contoh: pasar murah menjelang hari raya",
                    "Beras, minyak, dan gula dengan harga pabrik. Tempat dan jamnya menyusul.",
                    null,
                    false,
                    14,
                    21,
                    "perdagangan"));

    @Override
    public void load(Demo demo) throws SQLException {
        var today = LocalDate.now(ZONE);
        for (var tenant : DemoTenant.ALL) {
            if (tenant.parent() != null) {
                demo.become(tenant.id());
                load(demo, tenant, today);
            }
        }
    }

    private static void load(Demo demo, DemoTenant tenant, LocalDate today) throws SQLException {
        var author = MembershipDemo.person(demo.connection(), AUTHOR);
        try (var insert = demo.connection().prepareStatement("""
                insert into information.announcement
                  (id, title, text, link, urgent, valid_from, valid_to, office_id, simulated, created_by, changed_by)
                values (?, ?, ?, ?, ?, ?, ?, (select id from office.office where name ilike ? order by code limit 1), true, ?, ?)
                on conflict (tenant_id, id) do update
                  set valid_from = excluded.valid_from, valid_to = excluded.valid_to where announcement.version = 1
                """)) {
            for (int number = 0; number < INVENTED.size(); number++) {
                add(insert, id(tenant, number), INVENTED.get(number), today, author);
            }
            insert.executeBatch();
        }
    }

    private static void add(PreparedStatement insert, UUID id, Invented one, LocalDate today, UUID author)
            throws SQLException {
        insert.setObject(1, id);
        insert.setString(2, one.title());
        insert.setString(3, one.text());
        insert.setString(4, one.link());
        insert.setBoolean(5, one.urgent());
        insert.setObject(6, today.plusDays(one.from()));
        insert.setObject(7, today.plusDays(one.to()));
        insert.setString(8, "%" + one.office() + "%");
        insert.setObject(9, author);
        insert.setObject(10, author);
        insert.addBatch();
    }

    /** Older than whatever is written in the trial, in the order of this list: a UUIDv7 of January 2026. */
    private static UUID id(DemoTenant tenant, int number) {
        var rest =
                Demo.id("announcement %s %d".formatted(tenant.slug(), number)).getLeastSignificantBits();
        return new UUID(0x019b_7f00_0000_7000L + number, rest);
    }
}
