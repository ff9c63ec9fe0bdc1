package io.braid.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** One table of an order's family: its columns as the database knows them, and how rows get in and out. */
record Rows(String table, List<Column> columns) {
    record Column(String name, String type) {}

    static Rows of(Connection connection, String table) throws SQLException {
        List<Column> columns = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement("""
            select attname, format_type(atttypid, atttypmod) from pg_attribute
             where attrelid = ?::regclass and attnum > 0 and not attisdropped
               and attgenerated = '' order by attnum\
            """)) {
            query.setString(1, table);
            ResultSet found = query.executeQuery();
            while (found.next()) {
                columns.add(new Column(found.getString(1), found.getString(2)));
            }
        }
        return new Rows(table, columns);
    }

    /** The rows of some orders as they stand, in the order of the orders. */
    List<Object[]> read(Connection connection, List<Long> orders) throws SQLException {
        List<Object[]> rows = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(
                "select " + names() + " from " + table + " where order_number = any(?) order by order_number")) {
            query.setArray(1, connection.createArrayOf("bigint", orders.toArray()));
            ResultSet found = query.executeQuery();
            while (found.next()) {
                Object[] row = new Object[columns.size()];
                for (int i = 0; i < row.length; i++) {
                    row[i] = value(found, i);
                }
                rows.add(row);
            }
        }
        return rows;
    }

    private Object value(ResultSet found, int column) throws SQLException {
        return switch (columns.get(column).type()) {
            case "bigint", "integer", "bytea" -> found.getObject(column + 1);
            default -> found.getString(column + 1);
        };
    }

    private String names() {
        return columns.stream().map(Column::name).collect(Collectors.joining(", "));
    }

    int indexOf(String column) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(column)) {
                return i;
            }
        }
        return -1;
    }

    /** A plain insert of that many rows; types follow from the columns. */
    String insertOf(int rows) {
        String row = columns.stream().map(c -> "?").collect(Collectors.joining(", ", "(", ")"));
        return "insert into " + table + " (" + names() + ") values "
                + String.join(", ", Collections.nCopies(rows, row));
    }

    /** An insert of any number of rows, each column an array. */
    String insertOfArrays() {
        String values = columns.stream().map(c -> c.name() + "::" + c.type()).collect(Collectors.joining(", "));
        String arrays = columns.stream().map(c -> "?::" + carrier(c) + "[]").collect(Collectors.joining(", "));
        return "insert into " + table + " (" + names() + ") select " + values + " from unnest(" + arrays + ") as r("
                + names() + ")";
    }

    /** What a column travels as: text, unless the driver has something shorter. */
    String carrier(Column column) {
        return switch (column.type()) {
            case "bigint", "integer", "bytea" -> column.type();
            default -> "text";
        };
    }
}
