package dev.portico.access.internal;

/// A principal that stands for an account, whichever way it signed in.
interface HoldsAccount {

    SignedIn signedIn();
}
