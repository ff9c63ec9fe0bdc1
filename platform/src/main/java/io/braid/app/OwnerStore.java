package io.braid.app;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/**
 * What the owner of the database does before the application may work: looks whether the server is fit, and makes the
 * two roles of the application. Everything is checked first and changed only where it differs, so that any number of
 * instances may start at once, and an owner without the right to create roles may start when somebody else made them.
 */
final class OwnerStore {
    static final int VERSION_MIN = 15;

    private static final long START_LOCK = 0x62_72_61_69_64L; // "braid"
    private static final Map<String, String> SAID = Map.of(
            "28P01", "refuses the password of BRAID_DATABASE_URL",
            "28000", "does not let this user in (pg_hba.conf)",
            "3D000", "has no database of that name",
            "08001", "cannot be reached",
            "08004", "cannot be reached",
            "08006", "cannot be reached",
            "53300", "has no connection left");
    private static final Map<String, String> REMEDY = Map.of(
            "28P01", "Correct the user and password; special characters must be %-encoded.",
            "28000", "Allow the user, database and address in the server's pg_hba.conf, or add ?sslmode=require.",
            "3D000", "Create it: CREATE DATABASE braid OWNER <user> ENCODING 'UTF8' TEMPLATE template0;",
            "53300", "Raise max_connections of the server; each Braid takes up to 16.");

    private final DatabaseUrl owner;
    private final int versionMin;

    OwnerStore(DatabaseUrl owner) {
        this(owner, VERSION_MIN);
    }

    OwnerStore(DatabaseUrl owner, int versionMin) {
        this.owner = owner;
        this.versionMin = versionMin;
    }

    /** The embedded server is new and has no database of ours yet. */
    void createDatabase() {
        try (Connection connection = open(owner.withDatabase("postgres"));
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + quoted(owner.database()));
        } catch (SQLException e) {
            throw refused(e);
        }
    }

    boolean databaseExists() {
        try (Connection connection = open(owner)) {
            return connection.isValid(1);
        } catch (SQLException e) {
            if ("3D000".equals(e.getSQLState())) {
                return false;
            }
            throw refused(e);
        }
    }

    /** Checks the server and makes the roles; answers the server's major version. */
    int prepare(Roles roles) {
        try (Connection connection = open(owner)) {
            int version = checkServer(connection);
            try (Statement statement = connection.createStatement()) {
                statement.execute("select pg_advisory_lock(" + START_LOCK + ")");
            }
            for (String role : roles.names()) {
                prepareRole(connection, roles.url(role));
            }
            checkRoles(connection, roles);
            return version;
        } catch (SQLException e) {
            throw refused(e);
        }
    }

    private int checkServer(Connection connection) throws SQLException {
        String question = """
                select current_setting('server_version_num')::int / 10000, current_setting('server_version'),
                       current_setting('server_encoding'), current_setting('fsync'), current_setting('full_page_writes'),
                       pg_is_in_recovery(), coalesce(has_schema_privilege(current_schema(), 'CREATE'), false)
                """;
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(question)) {
            row.next();
            require(
                    row.getInt(1) >= versionMin,
                    "is PostgreSQL " + row.getString(2) + "; Braid needs " + versionMin + " or later",
                    "Upgrade the server, or leave BRAID_DATABASE_URL empty to use the embedded one.");
            require(
                    row.getString(3).equals("UTF8"),
                    "keeps this database in the encoding " + row.getString(3) + "; Braid needs UTF8",
                    "Create another one: CREATE DATABASE braid ENCODING 'UTF8' TEMPLATE template0;");
            require(
                    row.getString(4).equals("on") && row.getString(5).equals("on"),
                    "may lose answered orders at a power cut: fsync is " + row.getString(4)
                            + " and full_page_writes is " + row.getString(5),
                    "Set both to on in postgresql.conf and reload the server.");
            require(!row.getBoolean(6), "is a standby, which cannot be written", "Name the primary server in the URL.");
            require(
                    row.getBoolean(7),
                    "does not let this user create tables",
                    "Make the user the owner of the database: ALTER DATABASE … OWNER TO …;");
            return row.getInt(1);
        }
    }

    private void prepareRole(Connection connection, DatabaseUrl role) throws SQLException {
        String name = quoted(role.user());
        if (!exists(connection, role.user())) {
            mayCreateRoles(connection, role.user());
            try (Statement statement = connection.createStatement()) {
                statement.execute("create role " + name + " login noinherit password '" + role.password() + "'");
            }
        } else if (!letsIn(role)) {
            mayCreateRoles(connection, role.user());
            try (Statement statement = connection.createStatement()) {
                statement.execute("alter role " + name + " login password '" + role.password() + "'");
            }
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("grant connect on database " + quoted(owner.database()) + " to " + name);
            statement.execute("grant usage on schema public to " + name);
        }
    }

    /**
     * The walls between vendors stand on this: a role that owns tables or bypasses row security would see through them.
     */
    private void checkRoles(Connection connection, Roles roles) throws SQLException {
        String question = """
                select r.rolname from pg_roles r
                 where r.rolname = any (?)
                   and (r.rolsuper or r.rolbypassrls or r.rolcreaterole or r.rolcreatedb or r.rolreplication
                        or exists (select from pg_class c where c.relowner = r.oid)
                        or exists (select from pg_database d where d.datdba = r.oid)
                        or exists (select from pg_auth_members m where m.member = r.oid))
                """;
        try (PreparedStatement statement = connection.prepareStatement(question)) {
            statement.setArray(1, connection.createArrayOf("text", roles.names().toArray()));
            try (ResultSet row = statement.executeQuery()) {
                if (row.next()) {
                    throw new StartRefused(
                            "the role " + row.getString(1) + " on " + owner.shown()
                                    + " has more rights than the application may have: it owns something, is a member of"
                                    + " another role, or is a superuser, BYPASSRLS, CREATEROLE, CREATEDB or REPLICATION.",
                            "Take these rights away, or set BRAID_DATABASE_ROLES to another prefix to get fresh roles.");
                }
            }
        }
    }

    private void mayCreateRoles(Connection connection, String role) throws SQLException {
        String question = "select rolsuper or rolcreaterole from pg_roles where rolname = current_user";
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(question)) {
            row.next();
            require(
                    row.getBoolean(1),
                    "does not let this user create or change the role " + role,
                    "As a superuser: ALTER ROLE " + quoted(owner.user()) + " CREATEROLE;");
        }
    }

    private static boolean exists(Connection connection, String role) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select from pg_roles where rolname = ?")) {
            statement.setString(1, role);
            return statement.executeQuery().next();
        }
    }

    private static boolean letsIn(DatabaseUrl role) {
        try (Connection connection = open(role)) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }

    private static Connection open(DatabaseUrl url) throws SQLException {
        return url.source("-c lock_timeout=10s -c statement_timeout=15s").getConnection();
    }

    private void require(boolean held, String wrong, String remedy) {
        if (!held) {
            throw new StartRefused("the database server " + owner.shown() + " " + wrong + ".", remedy);
        }
    }

    private StartRefused refused(SQLException e) {
        String state = String.valueOf(e.getSQLState());
        String said = SAID.getOrDefault(state, "answers: " + e.getMessage());
        String remedy = REMEDY.getOrDefault(state, "Check that the server runs, its address and its rights.");
        return new StartRefused("the database server " + owner.shown() + " " + said + ".", remedy, e);
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
