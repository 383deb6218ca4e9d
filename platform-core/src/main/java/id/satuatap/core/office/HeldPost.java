package id.satuatap.core.office;

import id.satuatap.core.access.Appointment;
import java.util.List;

/** A post with those who hold it, the newest appointment first. */
public record HeldPost(Post post, List<Appointment> holders) {

    static HeldPost of(Post post, List<Appointment> all) {
        return new HeldPost(
                post, all.stream().filter(one -> one.post().equals(post.id())).toList());
    }
}
