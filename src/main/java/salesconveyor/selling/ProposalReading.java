package salesconveyor.selling;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import salesconveyor.catalogue.Product;
import salesconveyor.catalogue.Products;
import salesconveyor.engine.Refused;

/** Reads the lines that an assistant entered; prices and cost come from the catalogue, never from the browser. */
@Component
class ProposalReading {
    private static final int MOST_LINES = 200;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Products products;

    ProposalReading(Products products) {
        this.products = products;
    }

    /**
     * @param json a list of {@code {"sku", "quantity", "discountPercent"}}
     * @param whole the discount on the whole, in percent
     */
    List<ProposalLine> lines(String json, BigDecimal whole) {
        JsonNode rows = parse(json);
        if (!rows.isArray() || rows.isEmpty()) {
            throw new Refused("The proposal has no lines; please add at least one product.");
        }
        if (rows.size() > MOST_LINES) {
            throw new Refused("A proposal may have {0} lines at most.", MOST_LINES);
        }
        List<ProposalLine> lines = new ArrayList<>();
        for (JsonNode row : rows) {
            lines.add(line(lines.size() + 1, row, whole));
        }
        return lines;
    }

    /** The products whose price, cost or VAT rate is no longer what the lines say, or that are no longer offered. */
    List<String> changed(List<ProposalLine> lines) {
        return lines.stream()
                .filter(line -> products.find(line.sku())
                        .filter(Product::active)
                        .filter(product -> product.price().compareTo(line.price()) == 0
                                && product.cost().compareTo(line.cost()) == 0
                                && product.vatRate().compareTo(line.vatRate()) == 0)
                        .isEmpty())
                .map(ProposalLine::name)
                .toList();
    }

    boolean isOffered(String sku) {
        return products.find(sku).filter(Product::active).isPresent();
    }

    private ProposalLine line(int number, JsonNode row, BigDecimal whole) {
        String sku = row.path("sku").asText("");
        Product product = products.find(sku)
                .filter(Product::active)
                .orElseThrow(() -> new Refused("Line {0}: please choose a product of the catalogue.", number));
        // Rounded as the table keeps them, so that what is read again multiplies to the same amounts.
        BigDecimal quantity = number(number, row.path("quantity").asText("")).setScale(3, RoundingMode.HALF_UP);
        BigDecimal own = number(number, row.path("discountPercent").asText("0")).setScale(2, RoundingMode.HALF_UP);
        if (quantity.signum() <= 0 || quantity.compareTo(BigDecimal.valueOf(1_000_000)) > 0) {
            throw new Refused("Line {0}: the quantity must be more than 0 and at most 1,000,000.", number);
        }
        if (own.signum() < 0 || own.compareTo(BigDecimal.valueOf(100)) > 0) {
            throw new Refused("Line {0}: a discount lies between 0 and 100 percent.", number);
        }
        BigDecimal discount = ProposalLine.together(own, whole);
        return new ProposalLine(
                number,
                sku,
                product.name(),
                product.unit(),
                quantity,
                product.price(),
                product.cost(),
                product.vatRate(),
                own,
                discount,
                ProposalLine.net(quantity, product.price(), discount));
    }

    private static BigDecimal number(int line, String text) {
        try {
            return new BigDecimal(text.isBlank() ? "0" : text.strip().replace(',', '.'));
        } catch (NumberFormatException e) {
            throw new Refused("Line {0}: {1} is not a number; write it like 1234.50.", line, text);
        }
    }

    private static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new Refused("The lines of the proposal cannot be read; please enter them on the form.");
        }
    }
}
