package id.satuatap.core.shared;

/** 507: the disk is full, so what was sent can't be kept. Nothing of it was. */
public final class NoRoom extends BusinessException {

    public NoRoom() {
        super("storage.full");
    }
}
