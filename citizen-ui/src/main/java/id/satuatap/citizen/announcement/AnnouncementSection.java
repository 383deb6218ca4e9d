package id.satuatap.citizen.announcement;

import id.satuatap.citizen.page.Frame;
import id.satuatap.citizen.page.HomeSection;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The first few announcements of today; nothing at all where there are none. */
@Component
@Order(10)
class AnnouncementSection implements HomeSection {

    private static final int MOST = 3;

    private final Announcements announcements;

    AnnouncementSection(Announcements announcements) {
        this.announcements = announcements;
    }

    @Override
    public String template() {
        return "announcements-home";
    }

    @Override
    public boolean fill(Frame frame, Model model) {
        var shown = announcements.shown(frame.here());
        model.addAttribute("announcements", shown);
        if (shown != null) {
            model.addAttribute("firstAnnouncements", shown.stream().limit(MOST).toList());
        }
        return shown != null;
    }
}
