package salesconveyor.service;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.shared.Erasure;
import salesconveyor.shared.PersonalData;

/** What was noted at a delivery and what a client wrote about it; what was delivered and the score stay as figures. */
@Component
@Transactional
class DeliveryErasing implements PersonalData {
    private final JdbcClient jdbc;

    DeliveryErasing(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<String> papers(String company) {
        return jdbc.sql("select number from shipment where company_number = ?")
                .param(company)
                .query(String.class)
                .list();
    }

    @Override
    public Map<String, Integer> erase(Erasure erasure) {
        Map<String, Integer> rows = new LinkedHashMap<>();
        rows.put(
                "service_note",
                update(
                        "service_note set text = null where text is not null and order_number in"
                                + " (select order_number from order_service where company_number = ?)",
                        erasure));
        rows.put(
                "shipment",
                update(
                        "shipment set note = null, tracking = null, tracking_number = null, accepted_by = null"
                                + " where company_number = ?",
                        erasure));
        rows.put(
                "survey",
                update(
                        "survey set comment = null, email = null where (comment is not null or email is not null)"
                                + " and company_number = ?",
                        erasure));
        return rows;
    }

    private int update(String what, Erasure erasure) {
        return jdbc.sql("update " + what).param(erasure.company()).update();
    }
}
