package io.braid.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A server that is not ours: what is asked of it, what is made there, and what is refused with which words. */
class ExternalDatabaseTest {
    @TempDir
    static Path folder;

    private static ForeignServer server;

    @BeforeAll
    static void startServer() {
        server = ForeignServer.start(folder);
        System.out.println("The external server of this test is " + server.version());
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @Test
    void starts_on_a_database_whose_owner_may_create_roles() {
        String url = ownedBy("good", "createrole");

        OpenDatabase.start(settings(url)).close();
        OpenDatabase again = OpenDatabase.start(settings(url));

        assertThat(again.version()).isGreaterThanOrEqualTo(15);
        JdbcClient app = JdbcClient.create(again.roles().url("good_app").source(""));
        assertThat(app.sql("select current_user").query(String.class).single()).isEqualTo("good_app");
        assertThat(app.sql("""
                                select count(*) from pg_roles
                                 where rolname in ('good_app', 'good_vendor') and rolcanlogin
                                   and not (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)
                                """).query(Integer.class).single()).isEqualTo(2);
        assertThatThrownBy(() -> app.sql("create table public.mine (x int)").update())
                .hasRootCauseMessage("ERROR: permission denied for schema public\n  Position: 14");
    }

    @Test
    void starts_without_the_right_to_create_roles_when_they_are_there_and_let_it_in() {
        String url = ownedBy("given", "");
        Roles roles = Roles.of(DatabaseUrl.parse(url), "given");
        for (String role : roles.names()) {
            admin().sql("create role " + role + " login password '"
                            + roles.url(role).password() + "'")
                    .update();
        }

        assertThatCode(() -> OpenDatabase.start(settings(url)).close()).doesNotThrowAnyException();
    }

    @Test
    void takes_a_role_back_whose_password_is_another_one() {
        String url = ownedBy("changed", "superuser");
        OpenDatabase.start(settings(url)).close();
        admin().sql("alter role changed_app password 'something else'").update();

        assertThatCode(() -> OpenDatabase.start(settings(url)).close()).doesNotThrowAnyException();
    }

    @Test
    void refuses_an_owner_who_may_not_create_roles() {
        assertRefused(ownedBy("plain", ""), "does not let this user create or change the role plain_app", "CREATEROLE");
    }

    /** There is no server below the minimum at hand, so the minimum is raised. */
    @Test
    void refuses_a_server_that_is_too_old() {
        DatabaseUrl url = DatabaseUrl.parse(ownedBy("ancient", "createrole"));

        assertThatThrownBy(() -> new OwnerStore(url, 99).prepare(Roles.of(url, "ancient")))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("Braid needs 99 or later");
    }

    @Test
    void refuses_a_wrong_password() {
        String url = ownedBy("locked", "createrole").replace(":secret@", ":wrong@");

        assertRefused(url, "refuses the password", "%-encoded");
        assertThatThrownBy(() -> OpenDatabase.start(settings(url))).message().doesNotContain("wrong");
    }

    @Test
    void refuses_a_missing_database() {
        ownedBy("present", "createrole");

        assertRefused(server.url("present", "absent"), "has no database", "CREATE");
    }

    @Test
    void refuses_a_server_that_cannot_be_reached() {
        assertRefused("postgresql://owner:secret@127.0.0.1:1/braid", "cannot be reached", "Check that the server runs");
    }

    @Test
    void refuses_another_encoding() {
        ownedBy("latin", "createrole");
        admin().sql("create database latin1 owner latin encoding 'LATIN1' locale 'C' template template0")
                .update();

        assertRefused(server.url("latin", "latin1"), "encoding LATIN1", "UTF8");
    }

    @Test
    void refuses_a_user_who_cannot_create_tables() {
        ownedBy("landlord", "");
        admin().sql("create role tenant login createrole password 'secret'").update();

        assertRefused(server.url("tenant", "landlord"), "does not let this user create tables", "OWNER TO");
    }

    @Test
    void refuses_roles_with_rights_that_see_through_the_walls() {
        String url = ownedBy("strong", "superuser");
        OpenDatabase.start(settings(url)).close();
        admin().sql("alter role strong_vendor bypassrls").update();

        assertRefused(url, "strong_vendor", "Take these rights away");
    }

    @Test
    void refuses_a_server_that_may_lose_what_it_has_answered() {
        String url = ownedBy("hasty", "createrole");
        admin().sql("alter system set full_page_writes = off").update();
        admin().sql("select pg_reload_conf()").query().singleRow();
        try {
            assertRefused(url, "full_page_writes is off", "postgresql.conf");
        } finally {
            admin().sql("alter system reset full_page_writes").update();
            admin().sql("select pg_reload_conf()").query().singleRow();
        }
    }

    private static void assertRefused(String url, String wrong, String remedy) {
        assertThatThrownBy(() -> OpenDatabase.start(settings(url)))
                .isInstanceOfSatisfying(StartRefused.class, refused -> {
                    assertThat(refused.getMessage()).contains(wrong);
                    assertThat(refused.remedy()).contains(remedy);
                });
    }

    private static Settings settings(String url) {
        return Settings.of(Map.of("BRAID_DATABASE_URL", url));
    }

    private static String ownedBy(String name, String attributes) {
        admin().sql("create role " + name + " login password 'secret' " + attributes)
                .update();
        admin().sql("create database " + name + " owner " + name).update();
        return server.url(name, name);
    }

    private static JdbcClient admin() {
        return JdbcClient.create(server.admin().source(""));
    }
}
