package io.braid.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.braid._support.BraidUnderTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs every command of a page in one shell, as a reader would, and compares what came back with the page. */
class QuickstartTest {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Path PAGES = Path.of("..", "docs");
    private static final Pattern STEP =
            Pattern.compile("```sh\\n(.*?)```(?:\\n```(json|csv)\\n(.*?)```)?", Pattern.DOTALL);
    private static final String MARK = "-----answer of step ";

    private record Step(
            String commands, String form, @Nullable String answer) {}

    @ParameterizedTest
    @ValueSource(strings = {"quickstart.md", "invoices.md", "strategies.md"})
    void every_command_answers_what_the_page_shows(String page) throws Exception {
        List<Step> steps = steps(page);
        assertThat(steps).hasSizeGreaterThan(10);

        List<String> answers;
        try (BraidUnderTest braid = BraidUnderTest.start()) {
            answers = run(braid, steps);
        }

        for (int i = 0; i < steps.size(); i++) {
            String shown = steps.get(i).answer();
            if (shown != null && steps.get(i).form().equals("csv")) {
                assertThat(answers.get(i).lines())
                        .as("step " + i)
                        .containsExactlyElementsOf(shown.lines().toList());
            } else if (shown != null) {
                assertShown(
                        "step " + i + ": " + steps.get(i).commands(),
                        JSON.readTree(shown),
                        JSON.readTree(answers.get(i)));
            }
        }
    }

    private static List<Step> steps(String page) throws IOException {
        List<Step> steps = new ArrayList<>();
        Matcher matcher = STEP.matcher(Files.readString(PAGES.resolve(page)));
        while (matcher.find()) {
            steps.add(new Step(matcher.group(1), String.valueOf(matcher.group(2)), matcher.group(3)));
        }
        return steps;
    }

    private static List<String> run(BraidUnderTest braid, List<Step> steps) throws Exception {
        StringBuilder script = new StringBuilder("set -eu\n");
        for (int i = 0; i < steps.size(); i++) {
            script.append("echo '").append(MARK).append(i).append("'\n");
            script.append(steps.get(i).commands()).append("\necho\n");
        }
        ProcessBuilder shell = new ProcessBuilder("bash", "-c", script.toString()).redirectErrorStream(true);
        shell.environment().putAll(Map.of("BRAID", braid.uri("").toString(), "KEY", BraidUnderTest.OPERATOR_KEY));
        Process process = shell.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        List<String> answers = new ArrayList<>();
        for (String part : output.split(Pattern.quote(MARK))) {
            int end = part.indexOf('\n');
            answers.add(end < 0 ? "" : part.substring(end + 1).strip());
        }
        return answers.subList(1, answers.size());
    }

    /** Whatever the page shows must have come back; the answer may hold more fields, and … is anything. */
    private static void assertShown(String where, JsonNode shown, JsonNode came) {
        if (shown.isString() && shown.asString().equals("…")) {
            assertThat(came.isMissingNode()).as(where + " is missing").isFalse();
        } else if (shown.isObject()) {
            shown.properties()
                    .forEach(field ->
                            assertShown(where + "/" + field.getKey(), field.getValue(), came.path(field.getKey())));
        } else if (shown.isArray()) {
            assertThat(came.size()).as(where + " of " + came).isEqualTo(shown.size());
            for (int i = 0; i < shown.size(); i++) {
                assertShown(where + "/" + i, shown.get(i), came.path(i));
            }
        } else {
            assertThat(came).as(where).isEqualTo(shown);
        }
    }
}
