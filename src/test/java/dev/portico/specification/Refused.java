package dev.portico.specification;

/// A request that the specification answers with an error: a status, and the name that goes with it.
final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String name;

    private Refused(int status, String name, String message) {
        super(message);
        this.status = status;
        this.name = name;
    }

    static Refused input(String message) {
        return new Refused(400, "InputError", message);
    }

    static Refused notFound(String message) {
        return new Refused(404, "NotFoundError", message);
    }

    int status() {
        return status;
    }

    String name() {
        return name;
    }
}
