package id.satuatap.citizen.announcement;

import id.satuatap.citizen.page.Frame;
import id.satuatap.citizen.page.PageCaching;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** All announcements of today, and each by itself. */
@Controller
@RequestMapping(headers = "X-Satu-Tenant")
class AnnouncementController {

    private final Announcements announcements;

    AnnouncementController(Announcements announcements) {
        this.announcements = announcements;
    }

    @GetMapping({"/pengumuman", "/en/pengumuman"})
    String all(Frame frame, Model model) {
        var shown = announcements.shown(frame.here());
        model.addAttribute("announcements", shown);
        model.addAttribute(PageCaching.UNANSWERED, shown == null);
        return "announcements";
    }

    @GetMapping({"/pengumuman/{id}", "/en/pengumuman/{id}"})
    String one(Frame frame, @PathVariable UUID id, Model model) {
        model.addAttribute("announcement", announcements.get(frame.here(), id));
        return "announcement";
    }
}
