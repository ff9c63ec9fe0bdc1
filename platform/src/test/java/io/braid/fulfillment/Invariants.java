package io.braid.fulfillment;

import io.braid.kernel.LocationCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The sums that must hold over shipments, stock, orders, journal and invoices, each as a query for what breaks it. */
final class Invariants {
    private static final Map<String, String> QUERIES = Map.of(
            "reserved is what open shipments still have to send",
            """
            select p.sku from position p where p.location = :location and p.reserved <> (
                select coalesce(sum(l.quantity - l.shipped - l.canceled), 0) from shipment_line l
                  join shipment s on s.order_number = l.order_number and s.sequence = l.shipment
                 where l.sku = p.sku and s.location = p.location)""",
            "assigned and shipped units of an order line are those of its shipments",
            """
            select ol.order_number || '/' || ol.line from order_line ol
              join shipment_line l on l.order_number = ol.order_number and l.order_line = ol.line
              join shipment s on s.order_number = l.order_number and s.sequence = l.shipment
             where s.location = :location group by ol.order_number, ol.line, ol.assigned, ol.shipped
            having ol.assigned <> sum(l.quantity - l.shipped - l.canceled) or ol.shipped <> sum(l.shipped)""",
            "every version has its entry and the last entry tells the state",
            """
            select s.order_number || '-' || s.sequence from shipment s where s.location = :location and (
                s.version <> (select count(*) from journal j where j.order_number = s.order_number
                              and j.subject = s.order_number || '-' || s.sequence)
             or s.state <> (select j.to_state from journal j where j.order_number = s.order_number
                            and j.subject = s.order_number || '-' || s.sequence and j.seq = s.version))""",
            "what is cut has a record with a reason and a disposition",
            """
            select l.order_number || '-' || l.shipment from shipment_line l
              join shipment s on s.order_number = l.order_number and s.sequence = l.shipment
             where s.location = :location and l.canceled <> (
                select coalesce(sum(c.quantity), 0) from canceled_items_line c join canceled_items i
                  on i.order_number = c.order_number and i.shipment = c.shipment and i.number = c.number
                 where c.order_number = l.order_number and c.shipment = l.shipment and c.line = l.line
                   and i.disposition is not null)""",
            "what is acknowledged less was cut at the acknowledgement",
            """
            select l.order_number || '-' || l.shipment from shipment_line l
              join shipment s on s.order_number = l.order_number and s.sequence = l.shipment
             where s.location = :location and l.accepted is not null and l.quantity - l.accepted <> (
                select coalesce(sum(c.quantity), 0) from canceled_items_line c join canceled_items i
                  on i.order_number = c.order_number and i.shipment = c.shipment and i.number = c.number
                 where c.order_number = l.order_number and c.shipment = l.shipment and c.line = l.line
                   and i.step = 'ACKNOWLEDGEMENT')""",
            "what shipped is in notices and in packages",
            """
            select l.order_number || '-' || l.shipment from shipment_line l
              join shipment s on s.order_number = l.order_number and s.sequence = l.shipment
             where s.location = :location and (l.shipped <> (
                select coalesce(sum(n.quantity), 0) from ship_notice_line n
                 where n.order_number = l.order_number and n.shipment = l.shipment and n.line = l.line)
             or l.shipped <> (select coalesce(sum(p.quantity), 0) from package_line p
                 where p.order_number = l.order_number and p.shipment = l.shipment and p.line = l.line))""",
            "a vendor's shipped units are invoiced once, at their cost",
            """
            select l.order_number || '-' || l.shipment from shipment_line l
              join shipment s on s.order_number = l.order_number and s.sequence = l.shipment
             where s.location = :location and s.vendor <> '' and l.shipped * l.unit_cost <> (
                select coalesce(sum(i.amount), 0) from invoice_line i where i.order_number = l.order_number
                   and i.shipment = l.shipment and i.shipment_line = l.line)""",
            "an invoice's total is its lines' sum, rounded half up once",
            """
            select i.number from invoice i join shipment s on s.order_number = i.order_number and s.sequence = i.shipment
             where s.location = :location and i.total <> (select round(sum(l.amount), 2) from invoice_line l
                 where l.order_number = i.order_number and l.invoice = i.number)""",
            "invoice numbers have no gaps",
            """
            select c.vendor from invoice_counter c join location o on o.vendor = c.vendor
             where o.code = :location and c.last <> (select count(*) from invoice_key k where k.vendor = c.vendor)""");

    private Invariants() {}

    static List<String> broken(JdbcClient owner, LocationCode location) {
        List<String> broken = new ArrayList<>();
        QUERIES.forEach((what, sql) -> owner.sql(sql)
                .param("location", location.text())
                .query(String.class)
                .list()
                .forEach(row -> broken.add("not so for " + row + ": " + what)));
        return broken;
    }
}
