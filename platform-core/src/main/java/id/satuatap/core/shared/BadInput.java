package id.satuatap.core.shared;

import java.util.List;

/** 400: names every fault of the request at once. */
public final class BadInput extends BusinessException {

    /** More faults than that help nobody, and an answer must not be larger than its request. */
    private static final int MOST = 100;

    private final transient List<Fault> faults;

    public BadInput(List<Fault> faults) {
        super("request.invalid");
        this.faults = faults.stream().limit(MOST).toList();
    }

    public BadInput(String field, String code, Object... arguments) {
        this(List.of(new Fault(field, code, arguments)));
    }

    public List<Fault> faults() {
        return faults;
    }
}
