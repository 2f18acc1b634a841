package dev.nacre.engine.abi;

/** Something whose resource is lent for the length of a call and may not be dropped meanwhile. */
interface Lender {
    void lend();

    void takeBack();
}
