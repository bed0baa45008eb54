package salesconveyor.payments;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What waits for the bank's statement is looked at again as soon as that is placed: the next morning another day's
 * statement would be missing.
 */
@Component
@Transactional
class HeldBack {
    private final Bank bank;
    private final InvoiceCollections collections;
    private final PaymentMessages messages;

    HeldBack(Bank bank, InvoiceCollections collections, PaymentMessages messages) {
        this.bank = bank;
        this.collections = collections;
        this.messages = messages;
    }

    void lookAgain() {
        if (bank.isTold()) {
            collections.heldBack().forEach(messages::bankTold);
        }
    }
}
