package salesconveyor.selling;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The ends of a sale: an order, or that it is over without one. */
@Component
@Transactional
class EndingSales {
    private final Sales sales;
    private final Ordering ordering;
    private final Inviting inviting;

    EndingSales(Sales sales, Ordering ordering, Inviting inviting) {
        this.sales = sales;
        this.ordering = ordering;
        this.inviting = inviting;
    }

    /** @return the number of the order */
    String won(String opportunity, String company) {
        String order = ordering.place(opportunity, company);
        sales.close(opportunity, SaleResult.WON, null);
        return order;
    }

    /** A meeting that lies ahead is called off. @return the same result */
    SaleResult over(String opportunity, SaleResult result) {
        inviting.over(opportunity);
        sales.close(opportunity, result, null);
        return result;
    }
}
